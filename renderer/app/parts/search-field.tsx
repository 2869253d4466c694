import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';

interface SearchFieldProps {
  readonly query: string;
  readonly hint: string;
  readonly onQuery: (query: string) => void;
  /** What has been found, said aloud as it changes. */
  readonly found: ReactNode;
}

/** A field that filters at once. Escape empties it first. */
export function SearchField({ query, hint, onQuery, found }: SearchFieldProps) {
  return (
    <search className="search">
      <Search aria-hidden="true" size={16} />
      <input
        type="search"
        aria-label={t('views/search')}
        placeholder={hint}
        value={query}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          onQuery('');
        }}
      />
      <small role="status">{found}</small>
    </search>
  );
}
