import { chooseLanguage, LANGUAGE_NAMES } from '@rostrum/sdk/elements';

const STORED_AS = 'rostrum-language';

/** Fills the language menu and keeps the viewer's choice; `apply` is called at once and with each change. */
export function offerLanguages(menu: HTMLSelectElement, apply: (language: string) => void): void {
  const chosen = read();
  const language = chooseLanguage(chosen === null ? navigator.languages : [chosen]);
  menu.replaceChildren(
    ...LANGUAGE_NAMES.map(({ code, name }) => {
      const option = new Option(name, code, code === language, code === language);
      option.lang = code;
      return option;
    }),
  );
  menu.hidden = false;
  menu.addEventListener('change', () => {
    write(menu.value);
    apply(menu.value);
  });
  apply(language);
}

/** Storage may be switched off; then the choice lasts as long as the page. */
function read(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

function write(language: string): void {
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // Nothing to keep it in.
  }
}
