/** What all of Upwork's money types have. */
interface Amount {
  rawValue: string | undefined;
}

/** Upwork: amounts are decimal numbers as text. Null if there is none. */
export function amountOf(money: Amount | null | undefined): number | null {
  if (!money?.rawValue?.trim()) return null;
  const amount = Number(money.rawValue);
  return Number.isFinite(amount) ? amount : null;
}

/** A price or rate. Upwork: 0 stands for one that was not given. */
export function priceOf(price: Amount | number | null | undefined): number | null {
  const amount = typeof price === 'number' ? price : amountOf(price);
  return amount || null;
}
