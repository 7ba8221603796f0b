import { runCli } from './run-cli.ts';

// Setting the code and not ending the process lets everything that was written come out.
process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
});
