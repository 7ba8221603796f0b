import type { Command } from '../command.ts';
import { COMMON_FLAGS, oneOf } from '../options.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** @param commands all of them; a function, because this command is one */
export function completionCommand(commands: () => readonly Command[]): Command {
  return {
    name: 'completion',
    words: ['SHELL'],
    flags: [],
    usage: 'completion bash|zsh|fish',
    about: 'writes what lets a shell complete commands and flags with the tab key',
    details: '  Needs a rostrum that the shell finds by its name.',
    examples: [
      ['completion bash >> ~/.bashrc', 'bash'],
      ['completion zsh > ~/.zfunc/_rostrum', 'zsh, with ~/.zfunc in its fpath'],
      ['completion fish > ~/.config/fish/completions/rostrum.fish', 'fish'],
    ],
    async run({ words: [word = ''] }) {
      const shell = oneOf('SHELL', word, SHELLS);
      const text = SCRIPTS[shell](commands());
      return { json: { shell, script: text }, text };
    },
  };
}

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

/** `webcasts` and what may follow it; a command of one word is followed by nothing. */
function groupsOf(commands: readonly Command[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { name } of commands) {
    const [first = '', second] = name.split(' ');
    groups.set(first, [...(groups.get(first) ?? []), ...(second === undefined ? [] : [second])]);
  }
  return groups;
}

function flagsOf({ flags }: Command): string {
  return [...flags, ...COMMON_FLAGS].map((flag) => `--${flag}`).join(' ');
}

function bashScript(commands: readonly Command[]): string {
  const groups = groupsOf(commands);
  const words = [...groups].map(([group, rest]) => `    "${group}") words="${rest.join(' ')}" ;;`);
  const flags = commands.map(
    (command) => `      "${command.name}"*) words="${flagsOf(command)}" ;;`,
  );
  return `_rostrum() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  if [[ "$word" == -* ]]; then
    case "\${COMP_WORDS[1]} \${COMP_WORDS[2]}" in
${flags.join('\n')}
    esac
  elif [[ $COMP_CWORD -eq 1 ]]; then
    words="${[...groups.keys()].join(' ')}"
  elif [[ $COMP_CWORD -eq 2 ]]; then
    case "\${COMP_WORDS[1]}" in
${words.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [[ \${#COMPREPLY[@]} -eq 0 && "$word" != -* ]]; then COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -F _rostrum rostrum`;
}

function zshScript(commands: readonly Command[]): string {
  return `#compdef rostrum
autoload -U +X bashcompinit && bashcompinit
${bashScript(commands)}`;
}

function fishScript(commands: readonly Command[]): string {
  const groups = groupsOf(commands);
  const lines = ['complete -c rostrum -f'];
  for (const group of groups.keys())
    lines.push(`complete -c rostrum -n __fish_use_subcommand -a ${group}`);
  for (const command of commands) {
    const [first = '', second] = command.name.split(' ');
    const seen = `__fish_seen_subcommand_from ${first}`;
    const about = command.about.replaceAll("'", '’');
    const others = (groups.get(first) ?? []).join(' ');
    if (second !== undefined)
      lines.push(
        `complete -c rostrum -n '${seen}; and not __fish_seen_subcommand_from ${others}' -a ${second} -d '${about}'`,
      );
    const whole =
      second === undefined ? seen : `${seen}; and __fish_seen_subcommand_from ${second}`;
    for (const flag of [...command.flags, ...COMMON_FLAGS])
      lines.push(`complete -c rostrum -n '${whole}' -l ${flag}`);
  }
  return lines.join('\n');
}
