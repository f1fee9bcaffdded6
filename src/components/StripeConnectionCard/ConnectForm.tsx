"use client";
import { useId, useMemo, useRef, useState } from "react";
import type { Messages } from "../../messages/messages.js";
import { Button } from "../primitives/Button.js";
import { Icon, type IconName } from "../primitives/Icon.js";

const NEED_ICONS: readonly IconName[] = ["store", "bank", "id"];

interface ConnectFormProps {
  words: Messages["card"];
  label: string;
  locale: string;
  /** Offered by the server; with one or none there is nothing to choose. */
  countries: string[];
  isConnecting: boolean;
  onConnect: (country: string | undefined) => void;
}

/** What to have ready, the country where there is a choice, and the button. */
export function ConnectForm({ words, label, locale, countries, isConnecting, onConnect }: ConnectFormProps) {
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const [country, setCountry] = useState("");
  const [isMissing, setMissing] = useState(false);
  const asks = countries.length > 1;
  const options = useMemo(() => (asks ? named(countries, locale) : []), [asks, countries, locale]);

  const connect = () => {
    if (asks && country === "") {
      setMissing(true);
      select.current?.focus();
      return;
    }
    onConnect(asks ? country : countries[0]);
  };

  return (
    <>
      <div data-part="ready">
        <p data-part="caption">{words.connect.haveReady}</p>
        <ul data-part="needs" aria-label={words.connect.haveReady}>
          {words.connect.needs.map((need, index) => (
            <li key={index}>
              <Icon name={NEED_ICONS[index] ?? "check"} size={16} />
              <span>{need}</span>
            </li>
          ))}
        </ul>
      </div>
      {asks ? (
        <div data-part="field">
          <label htmlFor={`${id}-country`}>{words.connect.country}</label>
          <div data-part="choice">
            <select
              id={`${id}-country`}
              ref={select}
              value={country}
              disabled={isConnecting}
              aria-describedby={`${id}-hint`}
              aria-invalid={isMissing || undefined}
              onChange={(event) => {
                setCountry(event.target.value);
                setMissing(false);
              }}
            >
              <option value="">{words.connect.countryPlaceholder}</option>
              {options.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
            <Icon name="chevron" size={16} />
          </div>
          <small id={`${id}-hint`}>{words.connect.countryHint}</small>
          {isMissing ? <small role="alert">{words.connect.countryMissing}</small> : null}
        </div>
      ) : null}
      <div data-part="actions">
        <Button variant="primary" busy={isConnecting} onClick={connect}>
          {isConnecting ? words.connect.pending : label}
        </Button>
      </div>
    </>
  );
}

function named(codes: string[], locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const { compare } = new Intl.Collator(locale);
  return [...new Set(codes)]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => compare(a.name, b.name));
}
