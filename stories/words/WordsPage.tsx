import { useId, useState } from "react";
import { directionOf } from "../../src/messages/directionOf.js";
import { nameOfLanguage } from "../support/locales.js";
import { useStoryLocale } from "../support/StoryScope.js";
import { english, translations } from "./languages.js";
import { type Word, wordTable } from "./wordTable.js";

const LANGUAGES = [english, ...translations];

const AREAS: Record<string, string> = {
  status: "Badge",
  connection: "Sentences, by what a connection is like",
  card: "Card, menu, dialog and panel",
  onboarding: "Around Stripe's form",
  errors: "Failures, by code of the error",
  requirements: "Explainer, by what Stripe asks for",
  requirementErrors: "Explainer, by Stripe's code of what was wrong",
};

/** Every text of a language beside the English one and the state or code that it belongs to. */
export function WordsPage() {
  const locale = useStoryLocale();
  const [chosen, setChosen] = useState<string | null>(null);
  const [wanted, setWanted] = useState("");
  const code = chosen ?? locale;
  const language = LANGUAGES.find(({ messages }) => messages.code === code) ?? english;
  const search = wanted.trim().toLowerCase();
  const words = wordTable(language, english).filter(({ key, english: source, text }) =>
    [key, source, text].some((one) => one.toLowerCase().includes(search)),
  );
  return (
    // A page for writers, who write in English: it keeps its direction, and each text has its own.
    <div dir="ltr" lang="en">
      <h1 style={{ margin: "0 0 16px" }}>Words</h1>
      <p style={{ display: "flex", flexWrap: "wrap", gap: 16, margin: 0 }}>
        <label>
          Language{" "}
          <select value={language.messages.code} onChange={(event) => setChosen(event.target.value)}>
            {LANGUAGES.map(({ messages }) => (
              <option key={messages.code} value={messages.code}>
                {nameOfLanguage(messages.code)}
              </option>
            ))}
          </select>
        </label>
        <label>
          Search <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </label>
      </p>
      {Object.entries(AREAS).map(([area, title]) => (
        <AreaTable
          key={area}
          title={title}
          language={language.messages.code}
          words={words.filter((word) => word.area === area)}
        />
      ))}
    </div>
  );
}

const cell = { padding: "6px 12px 6px 0", verticalAlign: "top", textAlign: "start", maxWidth: 420 } as const;

function AreaTable({ title, language, words }: { title: string; language: string; words: readonly Word[] }) {
  const id = useId();
  if (words.length === 0) return null;
  const isEnglish = language === english.messages.code;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} style={{ margin: "32px 0 8px", fontSize: 18 }}>
        {title}
      </h2>
      <table aria-labelledby={id} style={{ borderCollapse: "collapse" }}>
        <thead>
          <tr>
            {["Key", "English", ...(isEnglish ? [] : [nameOfLanguage(language)])].map((head) => (
              <th key={head} scope="col" style={cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {words.map(({ key, given, english: source, text }) => (
            <tr key={`${key} ${given}`}>
              <th scope="row" style={{ ...cell, fontWeight: 400 }}>
                <code>{key}</code>
                {given ? ` (${given})` : null}
              </th>
              <td style={cell}>{source}</td>
              {isEnglish ? null : (
                <td style={cell} lang={language} dir={directionOf(language)}>
                  {text}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
