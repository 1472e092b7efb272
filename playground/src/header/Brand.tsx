/** The product's name. */
export function Brand() {
  return (
    <h1 className="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect className="brand-tile" width="32" height="32" rx="8" />
        <rect className="brand-phone" x="10" y="6" width="12" height="20" rx="3" />
        <path className="brand-phone" d="M13 16.2l2.3 2.3L19.4 14" />
      </svg>
      <span>
        Authentication methods
        <small>GraphQL playground</small>
      </span>
    </h1>
  );
}
