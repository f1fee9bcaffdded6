import type { Meta, StoryObj } from "@storybook/react-vite";
import { fixtures } from "react-stripe-connection/testing";
import { FixtureCard } from "./support/FixtureCard.js";

const meta = { title: "Card/In progress", component: FixtureCard } satisfies Meta<typeof FixtureCard>;
export default meta;
type Story = StoryObj<typeof meta>;

export const DetailsNeeded: Story = { args: { state: fixtures.detailsNeeded } };
export const DetailsNeededOne: Story = { args: { state: fixtures.detailsNeededOne } };
export const PaidOutNeedsDetails: Story = { args: { state: fixtures.paidOutNeedsDetails, purpose: "payouts" } };
export const StartedByAnother: Story = { args: { state: fixtures.startedByAnother } };
export const HostedOnboarding: Story = { args: { state: fixtures.hostedOnboarding } };
export const IdentityDocument: Story = { args: { state: fixtures.identityDocument } };
export const ManyRequirements: Story = { args: { state: fixtures.manyRequirements } };
export const UnknownRequirement: Story = { args: { state: fixtures.unknownRequirement } };
export const LongNames: Story = { args: { state: fixtures.longNames } };
export const InReview: Story = { args: { state: fixtures.inReview } };
export const UnderReview: Story = { args: { state: fixtures.underReview } };
export const ListedAsPresented: Story = { args: { state: fixtures.listedAsPresented } };
