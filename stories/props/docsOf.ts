/** One line of a table. */
export interface PropDoc {
  name: string;
  isRequired: boolean;
  type: string;
  sentence: string;
}

/** What Storybook's build writes beside a component, from its JSDoc and its types. */
interface DocgenInfo {
  description?: string;
  props?: Record<string, { required?: boolean; description?: string; tsType?: { name: string; raw?: string } }>;
}

/** A component as it is imported; the docs are not in its type. */
export type Documented = object;

/** Types that are made of lists: the sources name them so. */
const NAMES: readonly (readonly [string, string])[] = [
  ["(typeof STATUSES)[number]", "ConnectionStatus"],
  ["(typeof REASONS)[number]", "ConnectionReason"],
  ["(typeof FORM_PURPOSES)[number]", "FormPurpose"],
];

/** Types that would be spelled out, or that the reader does not know, by prop. */
const TYPES: Readonly<Record<string, string>> = {
  components: "HostComponents",
  messages: "MessageOverrides",
  locales: "readonly Messages[]",
  fonts: "readonly StripeFont[]",
};

export function docsOf(component: Documented): { sentence: string; props: PropDoc[] } {
  const info = (component as { __docgenInfo?: DocgenInfo }).__docgenInfo;
  const props = Object.entries(info?.props ?? {}).map(([name, { required, description = "", tsType }]): PropDoc => {
    return {
      name,
      isRequired: required === true,
      type: TYPES[name] ?? NAMES.reduce((type, [long, short]) => type.replaceAll(long, short), typeOf(tsType)),
      // Tags are for editors.
      sentence: description.replace(/@see\s+\S+/g, "").trim(),
    };
  });
  return { sentence: info?.description ?? "", props };
}

const typeOf = (type: { name: string; raw?: string } | undefined) =>
  (type?.raw ?? type?.name ?? "").replace(/\s*\| undefined$/, "").replace(/\s+/g, " ");
