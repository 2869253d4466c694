import { ChevronDown } from 'lucide-react';
import type { Report } from '../../../core/report/schema.ts';
import { t } from '../words.ts';

interface SubjectPickerProps {
  readonly subjects: Report['subjects'];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** About whom the sentence is: it can be changed. The system draws the list, as it does in every other app. */
export function SubjectPicker({ subjects, chosen, onChoose }: SubjectPickerProps) {
  return (
    <span className="picker">
      <select aria-label={t('app/about')} value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {subjects.map(({ id, name, profile }) => (
          <option key={id} value={id}>
            {profile === null || profile === 'Default' ? name : `${name} (${profile})`}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden="true" size={16} />
    </span>
  );
}
