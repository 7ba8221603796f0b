import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import path from 'node:path';
import { type Finding, fault, fine, warning } from './finding.ts';
import type { Place } from './place.ts';

const DAY_MS = 86_400_000;
const SOON_DAYS = 14;

/** Whether the certificate that is set can be used, for which name, and how long. */
export async function checkCertificate(place: Place, nowMs: number): Promise<readonly Finding[]> {
  const { texts, folder } = place;
  const certName = texts.read('ROSTRUM_TLS_CERT');
  const keyName = texts.read('ROSTRUM_TLS_KEY');
  // Where only one is set, the settings' own check says so.
  if (certName === null || keyName === null) return [];
  const check = 'certificate';
  const [certFile, keyFile] = [path.resolve(folder, certName), path.resolve(folder, keyName)];
  const certText = await readFile(certFile).catch(() => null);
  if (certText === null)
    return [fault(check, `${certFile} can't be read`, 'ROSTRUM_TLS_CERT is the chain, in PEM.')];
  const keyText = await readFile(keyFile).catch(() => null);
  if (keyText === null)
    return [
      fault(check, `${keyFile} can't be read`, 'ROSTRUM_TLS_KEY is the private key, in PEM.'),
    ];
  let cert: X509Certificate;
  try {
    cert = new X509Certificate(certText);
  } catch {
    return [
      fault(check, `${certFile} holds no certificate`, 'ROSTRUM_TLS_CERT is the chain, in PEM.'),
    ];
  }
  try {
    if (!cert.checkPrivateKey(createPrivateKey(keyText)))
      return [
        fault(
          check,
          `${keyFile} is the key of another certificate`,
          'Set the two that belong together.',
        ),
      ];
  } catch {
    return [
      fault(
        check,
        `${keyFile} holds no private key that can be read`,
        'It has to be in PEM, without a passphrase.',
      ),
    ];
  }
  return [
    judgeDates(cert, nowMs),
    ...judgeName(cert, texts.read('ROSTRUM_PUBLIC_URL')),
    ...(await judgeMode(keyFile)),
  ];
}

function judgeDates(cert: X509Certificate, nowMs: number): Finding {
  const check = 'certificate';
  const fromMs = Date.parse(cert.validFrom);
  const toMs = Date.parse(cert.validTo);
  const names = cert.subjectAltName?.replaceAll('DNS:', '') ?? cert.subject;
  const until = new Date(toMs).toISOString().slice(0, 10);
  if (nowMs < fromMs)
    return fault(
      check,
      `for ${names}, does not hold before ${cert.validFrom}`,
      'Look at this machine’s clock.',
    );
  if (nowMs > toMs)
    return fault(check, `for ${names}, ended on ${until}`, 'Renew it, and start the server again.');
  const days = Math.floor((toMs - nowMs) / DAY_MS);
  const text = `for ${names}, holds until ${until} (${days} days)`;
  return days < SOON_DAYS
    ? warning(check, text, 'Renew it, and start the server again.')
    : fine(check, text);
}

function judgeName(cert: X509Certificate, publicUrl: string | null): Finding[] {
  if (publicUrl === null || !URL.canParse(publicUrl)) return [];
  const { hostname } = new URL(publicUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  const named = isIP(host) === 0 ? cert.checkHost(host) : cert.checkIP(host);
  if (named !== undefined) return [];
  return [
    warning(
      'certificate',
      `is not for ${host}, which public_url names`,
      'Browsers will refuse it, unless a proxy with a certificate of its own stands in front.',
    ),
  ];
}

async function judgeMode(keyFile: string): Promise<Finding[]> {
  if (process.getuid === undefined) return [];
  const { mode } = await stat(keyFile);
  if ((mode & 0o007) === 0) return [];
  return [
    warning('private key', `everybody on this machine can read ${keyFile}`, `chmod 600 ${keyFile}`),
  ];
}
