/** Prints figures as a table with one row for each. */
export function printFigures(figures: readonly [name: string, figure: number | string][]): void {
  console.table(Object.fromEntries(figures.map(([name, figure]) => [name, { figure }])));
}
