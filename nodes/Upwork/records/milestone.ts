import { oneEachLine } from './flat';
import { amountOf } from './money';

interface MilestoneNode {
  description?: string | null | undefined;
  amount?: string | undefined;
  /** As Upwork writes it: the format is not documented. */
  dueDate?: string | null | undefined;
}

/** The milestones of a proposal, each on its own line: description, amount and due date. */
export const milestoneLines = (
  milestones: readonly MilestoneNode[] | null | undefined,
  currency: string | null,
): string | null =>
  oneEachLine(
    milestones?.map(({ description, amount: rawValue, dueDate }) => {
      const amount = amountOf({ rawValue });
      const price = amount === null ? null : [amount, currency].filter(Boolean).join(' ');
      return [description, price, dueDate].filter(Boolean).join(' – ');
    }),
  );
