import { TEXTS } from './texts';

const PAGES = { GraphiQL: '', 'Help desk': 'desk.html' } as const;

/** The pages of the playground, by the names that their links have. */
export type PageName = keyof typeof PAGES;

interface BrandProps {
  page: PageName;
}

/** The product's name, and the way from one page of the playground to the other. */
export function Brand({ page }: BrandProps) {
  return (
    <div className="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect className="brand-tile" width="32" height="32" rx="8" />
        <rect className="brand-phone" x="10" y="6" width="12" height="20" rx="3" />
        <path className="brand-phone" d="M13 16.2l2.3 2.3L19.4 14" />
      </svg>
      <div>
        <h1>Authentication methods</h1>
        <nav aria-label={TEXTS.pages}>
          {Object.entries(PAGES).map(([name, path]) => (
            <a
              key={name}
              href={import.meta.env.BASE_URL + path}
              {...(name === page && { 'aria-current': 'page' as const })}
            >
              {name === 'Help desk' ? TEXTS.helpDesk : name}
            </a>
          ))}
        </nav>
      </div>
    </div>
  );
}
