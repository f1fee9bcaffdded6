/** The words of what opens a new tab, and the hint that tells screen readers. */
export const NewTabText = ({ text, hint }: { text: string; hint: string | undefined }) => (
  <>
    <span>{text}</span>
    {hint ? (
      <>
        {" "}
        <span data-part="hidden">{hint}</span>
      </>
    ) : null}
  </>
);
