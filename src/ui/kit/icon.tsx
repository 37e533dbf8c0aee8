const paths = {
  check: ["M3.5 8.5l3 3 6-7"],
  warning: ["M8 2.8l6 10.4H2z", "M8 6.6v3", "M8 11.4v.1"],
  info: ["M8 2.2a5.8 5.8 0 100 11.6A5.8 5.8 0 008 2.2z", "M8 7.4v3.4", "M8 5.2v.1"],
  print: ["M4.5 6V2.5h7V6M4.5 12H3V6.5h10V12h-1.5", "M4.5 9.5h7v4h-7z"],
  link: [
    "M6.8 9.2a2.4 2.4 0 003.4 0l2.2-2.2a2.4 2.4 0 00-3.4-3.4l-.8.8",
    "M9.2 6.8a2.4 2.4 0 00-3.4 0L3.6 9a2.4 2.4 0 003.4 3.4l.8-.8",
  ],
  copy: ["M6 5.5h7v8H6z", "M3 10.5v-8h7"],
  download: ["M8 2.5v8", "M4.5 7.5L8 11l3.5-3.5", "M3 13.5h10"],
  "arrow-left": ["M13 8H3", "M7 4L3 8l4 4"],
  "chevron-down": ["M4 6l4 4 4-4"],
  menu: ["M2.5 4.5h11", "M2.5 8h11", "M2.5 11.5h11"],
  close: ["M4 4l8 8", "M12 4l-8 8"],
  plus: ["M8 3v10", "M3 8h10"],
  sun: [
    "M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z",
    "M8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1",
  ],
  moon: ["M13.2 9.6A5.6 5.6 0 016.4 2.8a5.6 5.6 0 106.8 6.8z"],
} as const;

export type IconName = keyof typeof paths;

/** 16 px stroke icon; always beside words, so always hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      className="shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {paths[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
