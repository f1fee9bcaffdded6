import { useState } from "react";
import { directionOf } from "../../src/messages/directionOf.js";
import { DocsTable } from "../support/DocsTable.js";
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

function AreaTable({ title, language, words }: { title: string; language: string; words: readonly Word[] }) {
  if (words.length === 0) return null;
  const isEnglish = language === english.messages.code;
  return (
    <section>
      <h2 style={{ margin: "32px 0 8px", fontSize: 18 }}>{title}</h2>
      <DocsTable
        label={title}
        head={["Key", "English", ...(isEnglish ? [] : [nameOfLanguage(language)])]}
        rows={words.map(({ key, given, english: source, text }) => [
          given ? `\`${key}\` (${given})` : `\`${key}\``,
          source,
          ...(isEnglish ? [] : [<Translation key={language} language={language} text={text} />]),
        ])}
      />
    </section>
  );
}

function Translation({ language, text }: { language: string; text: string }) {
  return (
    <div lang={language} dir={directionOf(language)}>
      {text}
    </div>
  );
}
