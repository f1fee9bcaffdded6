/** The words of card, menu, dialog and panel that are not about a certain connection. */
export const card = {
  title: "Stripe",
  /** Where the purpose is `payouts`, `facts.payouts` is shown instead. */
  subtitle: "Billing and payouts",
  testMode: "Test mode",
  simulated: "Simulated",
  loading: "Loading the Stripe connection",
  stillLoading: "Still checking with Stripe…",
  loadsOnline: "You're offline. The status comes once you're online again.",
  loadFailedTitle: "The Stripe connection can't be shown.",
  tryAgain: "Try again",
  brokenTitle: "Something went wrong here.",
  brokenText: "Check the status to see how your Stripe connection stands.",

  connect: {
    label: "Connect Stripe account",
    pending: "Connecting…",
    haveReady: "Have ready",
    needs: ["Business details", "Bank account", "Photo ID"] as readonly string[],
    reuse: "If you already use Stripe, you can reuse that account's details in Stripe's form.",
    country: "Country of your business",
    countryPlaceholder: "Choose a country",
    countryHint: "It can't be changed later.",
    countryMissing: "Choose the country first.",
  },

  checklist: {
    label: "What Stripe needs",
    showMore: (count: number) => `Show ${count} more`,
    showLess: "Show less",
    detail: "What Stripe says",
  },

  facts: {
    payments: "Payments",
    payouts: "Payouts",
    account: "Account",
    lastChecked: "Last checked",
    never: "Not yet",
    justNow: "Just now",
  },

  menu: {
    label: "More actions",
    update: "Update Stripe information",
    dashboard: "Open Stripe dashboard",
    check: "Check status now",
    copyAccount: "Copy account ID",
    copySupport: "Copy support details",
    disconnect: "Disconnect",
    startOver: "Start over",
    framed: "Open this page on its own to use this.",
  },

  /** Read to screen readers after the words of a link. */
  newTab: "(opens in a new tab)",
  tabBlocked: "Your browser blocked the new tab. Open the dashboard in this one:",
  copy: "Copy",
  copied: "Copied.",
  copyRefused: "Your browser didn't allow copying.",
  copyFailed: "Your browser didn't allow copying. Here it is to copy by hand:",
  reference: (id: string) => `Reference ${id}`,
  contact: (platformName: string) => `Contact ${platformName}`,
  copyReference: "Copy reference",
  dismiss: "Close",

  stale: {
    unreachable: (platformName: string, time: string) =>
      `We couldn't reach ${platformName}. Showing the status from ${time}.`,
    offline: (time: string) => `You're offline. Showing the status from ${time}.`,
  },
  startedBy: (name: string, date: string | null) => (date ? `Started by ${name} on ${date}.` : `Started by ${name}.`),
  checkedAt: (time: string) => `Last checked: ${time}.`,
  checked: "Checked with Stripe just now.",
  announcement: (label: string, sentence: string) => `Stripe: ${label}. ${sentence}`,

  dialog: {
    loading: "Checking what disconnecting would stop…",
    cancel: "Cancel",
    disconnect: {
      title: "Disconnect Stripe?",
      lead: "This can't be undone.",
      /** Where the purpose is `payouts`, `menu.disconnect` is shown instead. */
      confirm: "Disconnect billing connection",
      pending: "Disconnecting…",
      stops: {
        plans: ["Your plans stop being available to customers."] as readonly string[],
        billing: ["Your customers are no longer billed."] as readonly string[],
        payouts: ["Stripe no longer pays out to your bank account."] as readonly string[],
      },
      /** Said of an account that payments were requested for. */
      payments: "No new payments are taken.",
      again: "To connect again, you set up a new Stripe account.",
    },
    startOver: {
      title: "Start over with Stripe?",
      lead: "This can't be undone.",
      confirm: "Start over",
      pending: "Starting over…",
      stops: ["What you have entered at Stripe so far is lost."] as readonly string[],
      again: "You then begin with a new Stripe account, for example for another country.",
    },
    deletes: "The Stripe account is closed for good.",
    detaches: "The Stripe account stays at Stripe. This page just no longer uses it.",
    blocked: "It can't be disconnected yet",
    warnings: "Good to know",
    balance: {
      available: (amount: string) => `There is ${amount} in the account. It has to be paid out first.`,
      pending: (amount: string) => `${amount} is on its way. Wait until it has been paid out.`,
      reserved: (amount: string) => `Stripe is holding ${amount} in reserve.`,
    },
    framed: "This page is shown inside another site. Open it on its own to disconnect.",
  },

  troubleshoot: {
    question: "Why is this still in progress?",
    label: "What is holding this up",
    fix: "Fix this",
    fixThis: (title: string) => `Fix this: ${title}`,
    forPerson: (person: string) => `for ${person}`,
    checking: "Stripe is checking",
    alreadySent: "Already sent these? Stripe can take up to two business days to check them.",
    check: "Check again",
    general: [
      {
        title: "Incomplete business information",
        text: "Contact details, tax information or other details about your business are missing.",
      },
      {
        title: "Identity verification",
        text: "Stripe needs to confirm who you are. You may be asked to upload a copy of your ID.",
      },
    ] as readonly { title: string; text: string }[],
    browser: "In this browser:",
  },
};
