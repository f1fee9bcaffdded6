import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { Dialog as HeadlessDialog, DialogPanel } from "@headlessui/react";
import { Dialog as MuiDialog, Drawer as MuiDrawer } from "@mui/material";
import * as RadixDialog from "@radix-ui/react-dialog";
import { type CSSProperties, type ReactNode, useEffect, useRef } from "react";

/** A place in a host's page. */
export interface Surrounding {
  /** A style sheet of the page. */
  css?: string;
  /** Where the card stands; `onClose` is the host's dialog that wants to close. */
  around: (card: ReactNode, onClose: () => void) => ReactNode;
  /** Puts the page where the person has scrolled it. */
  scroll?: () => void;
}

const space = (blockSize: number) => <div style={{ blockSize }} />;
const styled = (style: CSSProperties): Surrounding => ({
  around: (card) => (
    <>
      <div style={style}>
        {card}
        {space(900)}
      </div>
    </>
  ),
});

function NativeDialog({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} aria-label="Settings" style={{ inlineSize: 560 }} onClose={onClose} onCancel={onClose}>
      {children}
    </dialog>
  );
}

/** Long enough to scroll, as a dialog with settings is. */
const inDialog = (card: ReactNode) => (
  <div style={{ padding: 16 }}>
    <button type="button">Host button</button>
    {card}
    {space(500)}
    <button type="button">Last host button</button>
  </div>
);

export const surroundings: Record<string, Surrounding> = {
  "the lower half of the window": {
    around: (card) => (
      <>
        {space(420)}
        {card}
        {space(900)}
      </>
    ),
  },
  "a scrolled page": {
    around: (card) => (
      <>
        {space(1500)}
        {card}
        {space(900)}
      </>
    ),
    scroll: () => window.scrollTo(0, 1300),
  },
  "an enlarged page": {
    css: "html { zoom: 1.25 }",
    around: (card) => (
      <>
        {space(900)}
        {card}
        {space(900)}
      </>
    ),
    scroll: () => window.scrollTo(0, 900),
  },
  "a body made smaller": { css: "body { zoom: .8 }", ...styled({}) },
  "a transform that an animation left": styled({ transform: "translateY(0)" }),
  "a filter": styled({ filter: "brightness(1)" }),
  "a blurred backdrop": styled({ backdropFilter: "blur(2px)" }),
  "layout and paint containment": styled({ contain: "layout paint" }),
  "a container for queries": styled({ containerType: "inline-size" }),
  "will-change": styled({ willChange: "transform" }),
  "a perspective": styled({ perspective: 400 }),
  "a tile that hides what overflows": {
    around: (card) => <div style={{ overflow: "hidden", blockSize: 180, position: "relative" }}>{card}</div>,
  },
  "a page below a header of a higher stacking context": {
    around: (card) => (
      <>
        <header style={{ position: "fixed", inset: "0 0 auto", blockSize: 60, zIndex: 50, background: "#ddd" }}>
          <a href="#header">Header</a>
        </header>
        <main style={{ position: "relative", zIndex: 0, paddingBlockStart: 60 }}>
          {card}
          {space(900)}
        </main>
      </>
    ),
  },
  "an app shell with a scroller of its own": {
    css: "html, body { block-size: 100%; margin: 0; overflow: hidden }",
    around: (card) => (
      <div data-scroller="" style={{ position: "fixed", inset: 0, overflow: "auto" }}>
        {space(1500)}
        {card}
        {space(900)}
      </div>
    ),
    scroll: () => document.querySelector("[data-scroller]")?.scrollTo(0, 1300),
  },
  "a page whose body scrolls": {
    css: "html, body { block-size: 100%; margin: 0 } body { overflow-y: scroll }",
    around: (card) => (
      <>
        {space(1500)}
        {card}
        {space(900)}
      </>
    ),
    scroll: () => window.scrollTo(0, 1300),
  },
  "a page that moves everything slowly": { css: "* { transition: all .4s !important }", ...styled({}) },
  "a native dialog": {
    around: (card, onClose) => <NativeDialog onClose={onClose}>{inDialog(card)}</NativeDialog>,
  },
  "a dialog of MUI": {
    around: (card, onClose) => (
      <MuiDialog open onClose={onClose} aria-label="Settings" fullWidth>
        {inDialog(card)}
      </MuiDialog>
    ),
  },
  "a drawer of MUI": {
    around: (card, onClose) => (
      <MuiDrawer open anchor="right" onClose={onClose}>
        <div style={{ inlineSize: 420 }}>{inDialog(card)}</div>
      </MuiDrawer>
    ),
  },
  "a dialog of Radix": {
    around: (card, onClose) => (
      <RadixDialog.Root open onOpenChange={onClose}>
        <RadixDialog.Portal>
          <RadixDialog.Overlay style={{ position: "fixed", inset: 0, background: "rgb(0 0 0 / 40%)" }} />
          <RadixDialog.Content
            aria-describedby={undefined}
            style={{
              position: "fixed",
              insetInlineStart: "50%",
              insetBlockStart: "50%",
              transform: "translate(-50%, -50%)",
              inlineSize: 520,
              maxBlockSize: "80vh",
              overflowY: "auto",
              background: "Canvas",
            }}
          >
            <RadixDialog.Title>Settings</RadixDialog.Title>
            {inDialog(card)}
          </RadixDialog.Content>
        </RadixDialog.Portal>
      </RadixDialog.Root>
    ),
  },
  "a dialog of Headless UI": {
    around: (card, onClose) => (
      <HeadlessDialog open onClose={onClose} aria-label="Settings">
        <DialogPanel style={{ position: "fixed", inset: 40, overflow: "auto", background: "Canvas" }}>
          {inDialog(card)}
        </DialogPanel>
      </HeadlessDialog>
    ),
  },
  "a dialog of Base UI": {
    around: (card, onClose) => (
      <BaseDialog.Root open onOpenChange={onClose}>
        <BaseDialog.Portal>
          <BaseDialog.Backdrop style={{ position: "fixed", inset: 0, background: "rgb(0 0 0 / 40%)" }} />
          <BaseDialog.Popup
            aria-label="Settings"
            style={{ position: "fixed", inset: 40, overflow: "auto", background: "Canvas" }}
          >
            {inDialog(card)}
          </BaseDialog.Popup>
        </BaseDialog.Portal>
      </BaseDialog.Root>
    ),
  },
};
