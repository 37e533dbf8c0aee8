import { figures } from "@/ui/kit/figures";
import { Tag } from "@/ui/kit/tag";
import { attackers, disclosureRules } from "./anonymity-attackers";
import { attackFigures, attackRun } from "./attack-figures";

const steps = [
  "The roster is frozen and the rules of the cycle are published with one fingerprint, the same eight words in every mail.",
  "Your browser makes a secret ballot key and hides it in an envelope. The server signs the envelope without seeing what is in it. This is the only step with your name, and it says only that you collected a ballot.",
  "Your browser opens the signed envelope. It now holds a right to one ballot that the server has never seen.",
  "You answer. Nothing leaves the device while you do.",
  "Your browser seals the answers so that they can only be opened after closing, and sends them without a cookie or a session.",
  "You get a receipt to check that the ballot was counted, and a private code to change or withdraw it until closing.",
  "After closing, one job opens the ballots in memory, applies the rules below, and keeps only the report. After the dispute period the ballots and the keys are destroyed.",
] as const;

/** The promise in plain words, attacker by attacker, with what is not promised at equal weight. */
export function HowAnonymityWorks() {
  return (
    <div className="anonymity">
      <h1>How anonymity works</h1>
      <p className="lede">
        Nothing we keep links an answer to a person. This page says how, against whom, and where the promise ends.
      </p>
      <section>
        <h2>What happens to your ballot</h2>
        <ol className="numbered">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>The promise, by attacker</h2>
        <ul className="attackers">
          {attackers.map((attacker) => (
            <li key={attacker.id} id={attacker.id.toLowerCase()}>
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <h3>
                  <span className="num mr-2 text-ink-3">{attacker.id}</span>
                  {attacker.title}
                </h3>
                {attacker.promised ? null : <Tag tone="warn">Cannot be prevented, can be detected</Tag>}
              </div>
              <p className="text-ink-3">Has: {attacker.holds}</p>
              <p>{attacker.promise}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>We attack it ourselves</h2>
        <p>
          A program gets more than an attacker ever should and tries to find out who said what. Last run at length in{" "}
          {attackRun.on}: {attackRun.cycles} cycles of {attackRun.raters} people. A shorter run is part of every change
          to the code.
        </p>
        <dl className="grid gap-4">
          {attackFigures.map(({ tried, result, meaning }) => (
            <div key={tried} className="grid gap-x-6 gap-y-1 sm:grid-cols-[176px_minmax(0,1fr)]">
              <dt className="num font-medium sm:text-right">{figures(result)}</dt>
              <dd className="text-ink-2">
                <span className="block text-ink">{tried}.</span>
                {figures(meaning)}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>What is not promised</h2>
        <ul className="bulleted">
          <li>
            <b>Coercion.</b> Someone who stands beside you, or makes you show your screen or your code, can learn how
            you answered.
          </li>
          <li>
            <b>Your writing style.</b> Comments are shown as you write them. Words only you would use point to you. The
            browser gives hints before you seal, on your device only.
          </li>
          <li>
            <b>The moment of sending.</b> Someone who watches our servers live sees that a ballot arrives. We store no
            time and no address, but the moment exists. Who sees the order of all collecting and sending links 98&nbsp;%
            of 25 people to their sealed ballots, not to their answers. A company can choose two windows, collecting
            first and sending later: then it is 4 to 8&nbsp;%, chance being 4&nbsp;%.
          </li>
          <li>
            <b>Very small groups.</b> Under 8 engineers a cycle cannot open. Under 5 answers there is no result.
          </li>
        </ul>
      </section>
      <section>
        <h2>Rules for every number</h2>
        <p>These are floors. A company may raise them, never lower them.</p>
        <ul className="bulleted">
          {disclosureRules.map((rule) => (
            <li key={rule}>{figures(rule)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>What is never stored</h2>
        <p>
          Who sent a ballot. A time, a sequence number or a network address beside a ballot. Answers before the count in
          a form anyone can read, or single answers after it. Drafts, recovery codes and secret keys of ballots. There
          is no analytics and no error reporting on ballot pages.
        </p>
      </section>
      <section>
        <h2>Check it yourself</h2>
        <p>
          Each cycle has a public page with its fingerprint, its counts and, after closing, the list of all receipts.
          Your browser checks your receipt there; nothing is sent. If a receipt is missing, that is evidence of a fault.
        </p>
      </section>
    </div>
  );
}
