import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseRate, type Rate } from '../access/rate-limit.js';
import { OWN_NAMES, parseJwksUrl, parseRoles, type TokenSettings } from '../access/token-settings.js';

/** Who may ask, as the command line says it. */
interface AccessFlags {
  readonly jwtIssuer?: string;
  readonly jwtAudience?: string;
  readonly jwtJwksUrl?: URL;
  readonly jwtRoleClaim: string;
  readonly jwtRoles?: TokenSettings['roles'];
  readonly allowedHosts?: readonly string[];
  readonly rateLimit?: Rate;
}

interface AccessSettings {
  readonly tokens?: TokenSettings;
  readonly allowedHosts?: readonly string[];
  readonly rateLimit?: Rate;
}

/** Variables that these options take. */
export const ACCESS_SETTINGS = [
  'JWT_ISSUER',
  'JWT_AUDIENCE',
  'JWT_JWKS_URL',
  'JWT_ROLE_CLAIM',
  'JWT_ROLES',
  'ALLOWED_HOSTS',
  'RATE_LIMIT',
];

/** Adds who may ask, by which names, and how often. */
export const addAccess = (command: Command): Command =>
  command
    .addOption(new Option('--jwt-issuer <url>', 'takes tokens of this issuer, as their iss says it').env('JWT_ISSUER'))
    .addOption(new Option('--jwt-audience <name>', 'this service, as their aud names it').env('JWT_AUDIENCE'))
    .addOption(
      new Option('--jwt-jwks-url <url>', "the issuer's keys, by https")
        .env('JWT_JWKS_URL')
        .argParser(told(parseJwksUrl)),
    )
    .addOption(
      new Option('--jwt-role-claim <name>', 'where tokens say roles: its name, or its path with dots')
        .env('JWT_ROLE_CLAIM')
        .default('roles'),
    )
    .addOption(
      new Option('--jwt-roles <names>', 'what the issuer calls roles: reader=<name>,recorder=<name>,...')
        .env('JWT_ROLES')
        .argParser(told(parseRoles)),
    )
    .addOption(
      new Option('--allowed-hosts <names>', 'names it may be asked by, beside localhost, parted by commas')
        .env('ALLOWED_HOSTS')
        .argParser(told(parseHosts)),
    )
    .addOption(
      new Option('--rate-limit <n>', 'requests a minute of each key or address; or 10/s, 5000/h (default: none)')
        .env('RATE_LIMIT')
        .argParser(told(parseRate)),
    );

/** What the options say; wrong usage where they do not go together. */
export function accessOf(command: Command): AccessSettings {
  const { jwtIssuer, jwtAudience, jwtJwksUrl, jwtRoleClaim, jwtRoles, allowedHosts, rateLimit } =
    command.opts<AccessFlags>();
  const settings = { ...(allowedHosts && { allowedHosts }), ...(rateLimit && { rateLimit }) };
  if (jwtIssuer === undefined && jwtAudience === undefined && jwtJwksUrl === undefined) return settings;
  if (jwtIssuer === undefined || jwtAudience === undefined || jwtJwksUrl === undefined) {
    // Without an audience, a token for any other service of the issuer would do.
    return command.error('error: --jwt-issuer, --jwt-audience and --jwt-jwks-url belong together', { exitCode: 2 });
  }
  const roles = jwtRoles ?? OWN_NAMES;
  return {
    ...settings,
    tokens: { issuer: jwtIssuer, audience: jwtAudience, jwksUrl: jwtJwksUrl, roleClaim: jwtRoleClaim, roles },
  };
}

function parseHosts(text: string): readonly string[] {
  const hosts = text.split(',').map((host) => host.trim());
  if (hosts.every((host) => /^[a-z0-9._-]+$|^\[?[0-9a-f:.]+\]?$/i.test(host))) return hosts;
  throw new Error('Write names without scheme and port, such as timeline.example.org.');
}

function told<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  };
}
