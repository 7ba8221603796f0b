import { allZones } from '@rostrum/contracts';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, choiceField, selectField } from '../parts/field.ts';
import { type FormView, section } from './form-view.ts';
import type { WebcastValues } from './webcast-values.ts';

/** Whether shows are recorded, and what becomes of the recordings. */
export function recordingSection(view: FormView): TemplateResult {
  const { values, problems, isLocked, set } = view;
  return section(
    'Recording',
    'A recording can be played the moment the show ends, on the same watch page.',
    html`
      ${choiceField({
        id: 'recording',
        label: 'Record',
        value: values.recording,
        problem: problems.recording,
        choices: [
          {
            value: '1',
            label: 'One recording for all shows',
            hint: 'A restart goes on in the same recording.',
            isDisabled: isLocked,
          },
          {
            value: '2',
            label: 'A recording for each show',
            hint: 'Ending and going live again begins another one.',
            isDisabled: isLocked,
          },
          { value: '0', label: 'No recording', isDisabled: isLocked },
        ],
        change: (value) => set('recording', value as WebcastValues['recording']),
      })}
      ${values.recording === '0' ? nothing : recordingOptions(view)}
    `,
  );
}

function recordingOptions(view: FormView): TemplateResult {
  const { values } = view;
  const isPerShow = values.recording === '2';
  return html`<fieldset>
    <legend>Recordings</legend>
    ${option(view, 'copiesPeople', 'are for the same people and categories', view.isLocked)}
    ${option(view, 'copiesDates', 'have the same start and end date')}
    ${option(view, 'copiesPicture', 'have the same picture')}
    ${option(view, 'isHiddenInLists', 'are hidden from lists', false, 'Who has the link can watch; integrations find them by the webcast.')}
    ${
      isPerShow
        ? option(
            view,
            'isArchived',
            'become entries of their own as soon as a show has ended',
            false,
            'Named after the webcast and the date of the show; shown in lists.',
          )
        : nothing
    }
    ${isPerShow && values.isArchived ? html`<div class="indented">${archiveZone(view)}</div>` : nothing}
  </fieldset>`;
}

function archiveZone({ values, set }: FormView): TemplateResult {
  return selectField({
    id: 'archiveZone',
    label: 'Time zone of the date in their names',
    value: values.archiveZone,
    options: allZones().map((zone) => ({ value: zone, label: zone })),
    change: (zone) => set('archiveZone', zone),
  });
}

function option(
  { values, problems, set }: FormView,
  name: 'copiesPeople' | 'copiesDates' | 'copiesPicture' | 'isHiddenInLists' | 'isArchived',
  label: string,
  isDisabled = false,
  hint?: string,
): TemplateResult {
  return checkField({
    id: name,
    label: `…${label}`,
    hint,
    problem: problems[name],
    isChecked: values[name],
    isDisabled,
    change: (isChecked) => set(name, isChecked),
  });
}
