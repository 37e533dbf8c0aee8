import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { BoardPageView } from "@/ui/board/board-page-view";
import { fullBoardPage } from "@/ui/board/full-board-fixture";

// The fullest board page there may be, as markup on standard output: a browser test prints it in the page's own styles.
process.stdout.write(renderToStaticMarkup(createElement(BoardPageView, { page: fullBoardPage, company: "Norrvik" })));
