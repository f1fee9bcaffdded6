import { useId, useState } from "react";

/** Code with a button that copies it. */
export function CodeToCopy({ title, code }: { title: string; code: string }) {
  const id = useId();
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setSaid("Copied");
    } catch {
      // Not allowed in this frame: the text can be selected all the same.
      setSaid("Select it and copy");
    }
  };
  return (
    <section aria-labelledby={id}>
      <div style={{ display: "flex", alignItems: "center", gap: 12, marginBlockEnd: 8 }}>
        <h2 id={id} style={{ margin: 0, fontSize: 13, fontWeight: 600 }}>
          {title}
        </h2>
        <button
          type="button"
          aria-describedby={id}
          onClick={() => void copy()}
          style={{ font: "inherit", fontSize: 12 }}
        >
          Copy
        </button>
        <span role="status" style={{ fontSize: 12 }}>
          {said}
        </span>
      </div>
      <pre
        // It may be wider than its place, and is then scrolled by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-labelledby={id}
        style={{
          margin: 0,
          padding: 12,
          overflowX: "auto",
          borderRadius: 8,
          background: "light-dark(#fff, #16181d)",
          border: "1px solid light-dark(#e2e5ea, #2a2e37)",
          font: "12px/18px ui-monospace, monospace",
        }}
      >
        {code}
      </pre>
    </section>
  );
}
