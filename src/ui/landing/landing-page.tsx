import { LinkButton } from "@/ui/kit/link-button";
import { SampleBoard } from "./sample-board";
import { SamplePicture } from "./sample-picture";

const promises = [
  {
    title: "Nothing we keep links an answer to a name.",
    text: "Each engineer’s browser gets a blindly signed right to one ballot and seals the answers on the device. There is no table to match, for us or for the company.",
  },
  {
    title: "Nobody sees single answers.",
    text: "Only group results are kept, from 5 answers; comments from 10, shares from 20. With fewer, a result is withheld and the answers are destroyed.",
  },
  {
    title: "Everyone can check.",
    text: "A receipt shows each engineer that their ballot was counted unchanged. The wording, the roster size and the rules are fixed before the first answer.",
  },
] as const;

const readers = [
  {
    title: "Engineers",
    text: "About 7 minutes on a phone, once a quarter, 4 for one leader. How often something happened, not how much they like someone.",
  },
  {
    title: "The two leaders",
    text: "One calm page each: duties, blind spots, early warnings with remedies, and what really changed. One page about the two together.",
  },
  {
    title: "The board",
    text: "One printed page a quarter: are both roles filled, do they work as one team, and what changed beyond noise.",
  },
] as const;

/** What Tandem is, shown with a real piece of it, and what it cannot do. */
export function LandingPage({ demoHref = null }: { demoHref?: string | null | undefined }) {
  return (
    <div className="landing">
      <section className="hero">
        <div>
          <h1>What engineers see in their CTO and VP of Engineering, without anyone learning who said it.</h1>
          <p className="lede">
            Two roles, both critical, neither above the other. Once a quarter engineers say how often each does what the
            role asks for, and how the two work as a team. No leadership score, no ranking.
          </p>
          <div className="calls">
            <LinkButton href="/sign-up" variant="primary">
              Sign up your company
            </LinkButton>
            {demoHref ? <LinkButton href={demoHref}>Try the demo company</LinkButton> : null}
            <LinkButton href="/sign-in" variant="quiet">
              Sign in
            </LinkButton>
          </div>
        </div>
        <SampleBoard />
      </section>
      <section>
        <h2>Three promises</h2>
        <ol className="trio">
          {promises.map(({ title, text }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>Who reads what</h2>
        <div className="readers">
          <ul>
            {readers.map(({ title, text }) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ul>
          <SamplePicture />
        </div>
      </section>
      <section className="limits">
        <div>
          <h2>What it cannot do</h2>
          <p>
            It cannot stop someone from being pressed to show their screen, and it cannot hide a writing style: words
            only you would use point to you. A team of fewer than 8 engineers cannot be asked anonymously at all, and
            below 20 answers most quarters will rightly say “no clear change”.
          </p>
          <p>
            <a href="/how-anonymity-works">How anonymity works, attacker by attacker</a>
          </p>
        </div>
        <div>
          <h2>What it is for</h2>
          <p>
            For development, not for pay or dismissal. The statements and the ten early-warning patterns follow the talk
            “CTO vs. VP of Engineering: What’s the Difference?” by Jason Hoffman and Bryan Cantrill; where the slides
            hold only a title, we say that the reading is ours.
          </p>
          <p>Price: per pair of leaders. Engineers are free.</p>
        </div>
      </section>
    </div>
  );
}
