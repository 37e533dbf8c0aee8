/** A column's head beside its cell, where a stacked table's row is a card and the heads are not in sight. */
export const OnPhone = ({ children }: { children: string }) => <span className="text-ink-3 sm:hidden">{children}</span>;
