export const HELP = `Usage: react-stripe-connection <command>

init                Writes the handler, a page with the card and .env.example into your project, as its framework
                    wants them. Shows first what it would write. A file that exists is left as it is.

  --yes                          write without asking

conformance <url>   Holds a back end, in whatever language, against the protocol (openapi.json).
                    <url> is where its paths begin: https://app.example.com/api/stripe/test

  --header "name: value"         of somebody who is signed in and may do everything (repeat for several)
  --other-header "name: value"   of somebody of another tenant
  --viewer-header "name: value"  of somebody of the first tenant who may only look
  --origin <origin>              an origin that the back end allows; default: that of <url>
  --simulator <url>              the simulator of Stripe that the back end works with
  --read-only                    make no account: leaves out what needs one
  --only <text>                  only checks whose name contains it

  Accounts are made in test mode only, for a tenant that has none, and are ended again.

doctor              Looks at what keeps Connect from working, and says what to do.
                    Keys are read from STRIPE_TEST_SECRET_KEY, STRIPE_TEST_PUBLISHABLE_KEY,
                    STRIPE_TEST_WEBHOOK_SECRET and the STRIPE_LIVE_ three. None of them is printed.

  --url <url>                    where the handler is mounted, as Stripe reaches it
  --page <url>                   a page that shows the card: its headers and its head are looked at
  --stripe <url>                 the simulator to ask instead of Stripe, in test mode; default: STRIPE_API_URL

simulator           Plays Stripe beside your server, in whatever language it is written, until Ctrl+C. Prints
                    the environment variables to paste, and a line for each webhook that your server answers.

  --port <number>                default: 4244, on 127.0.0.1 only
  --forward <url>                where your server takes webhooks: http://127.0.0.1:3000/api/stripe/test/webhooks
                                 A webhook that is not answered is sent again until your server takes it.
  --journal <file>               keeps accounts and unanswered webhooks over a restart; default: .data/stripe.jsonl
  --allowed-host <name>          a name that it answers to besides localhost, such as host.docker.internal (repeat for several)

sql                 Prints the SQL that creates or updates the tables of createPostgresStore, for a migration of
                    your own tool. Running it again changes nothing.

  --schema <name>                a schema for the tables; default: the first one of the search path

Each check of conformance and doctor prints one line: "ok", "FAILED" with the reason, or "not run" with what is missing for it.
The exit code is 1 where a check failed, 2 where the command was wrong, 0 otherwise.`;
