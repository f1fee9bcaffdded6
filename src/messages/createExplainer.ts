import { type RequirementThing, requirementThing } from "./requirementThing.js";

interface Told {
  /** Stands inside of a sentence: "your tax ID". */
  noun: string;
  /** What, why and how: at most 140 characters. */
  text: string;
}

/** How one thing is told. */
export interface ThingWords extends Told {
  /** What: "Business website". */
  title: string;
  /** In a list of several, under the title of a group: "Website". Default: the title. */
  short?: string;
  /** Where it worked before, and Stripe asks for it again without a code of why. At most 140 characters. */
  again?: string;
  /** Where the person's name is known. Names have at most 40 characters. */
  forPerson?: (person: string) => Partial<Told>;
}

/** What a language has to say about requirements. */
export interface RequirementWords {
  /** In the order in which a list names them. */
  things: Record<RequirementThing, ThingWords>;
  /** A list that stands on its own: "Website, tax ID and 3 more". `more`: how many are not named, or 0. */
  list: (titles: string[], more: number) => string;
  /** By Stripe's code: what was wrong, why, and what to do. At most 140 characters. */
  errors: Record<string, string>;
}

/** What the keys of a row ask for. */
export interface Explanation {
  /** Null for several things: they stand under the title of their group. */
  title: string | null;
  /** Null for several things. */
  noun: string | null;
  /** A sentence, or for several things their list: at most 140 characters. */
  text: string;
}

const LONGEST = 140;

/** Tells what requirement keys mean. It comes with the words, so that a page without requirements has none of it. */
export function createExplainer({ things, list, errors }: RequirementWords) {
  const inOrder = Object.keys(things) as RequirementThing[];

  /** What a key asks for, before anything was wrong with it. */
  function explain(key: string, person: string | null) {
    const { title, noun, text, forPerson } = things[requirementThing(key)];
    return { title, noun, text, ...(person === null ? null : forPerson?.(person)) };
  }

  function explainTogether(keys: readonly [string, ...string[]], person: string | null): Explanation {
    const asked = new Set(keys.map(requirementThing));
    if (asked.size === 1) return explain(keys[0], person);
    const titles = inOrder
      .filter((thing) => asked.has(thing))
      .map((thing) => things[thing].short ?? things[thing].title);
    let shown = titles.length;
    const told = () => list(titles.slice(0, shown), titles.length - shown);
    while (shown > 1 && told().length > LONGEST) shown -= 1;
    return { title: null, noun: null, text: told() };
  }

  /** What was wrong, why, and what to do; null for a code without words. */
  function problem(code: string): string | null {
    // API versions before 2020 left the prefix out.
    const known = [code, `verification_${code}`].find((name) => Object.hasOwn(errors, name));
    return (known && errors[known]) || null;
  }

  /** Why something that worked before is asked for again, and what to do; null where that has no words of its own. */
  const again = (key: string): string | null => things[requirementThing(key)].again ?? null;

  return { explain, explainTogether, problem, again };
}
