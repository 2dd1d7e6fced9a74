import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
LOOPBACK.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

const isLoopbackAddress = (address: string): boolean => LOOPBACK.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Whether a name, or an address that may stand in brackets, can only be this machine's: nobody can register it. */
export function isLoopbackName(name: string): boolean {
  const bare = name.replace(/^\[(.*)\]$/, '$1');
  return isIP(bare) === 0 ? /^(.+\.)?localhost\.?$/i.test(bare) : isLoopbackAddress(bare);
}

/** Whether only this machine reaches what listens there. @throws a system error for a name that nobody knows */
export async function isLoopbackHost(host: string): Promise<boolean> {
  if (isIP(host) !== 0) return isLoopbackAddress(host);
  // Listening at no host in particular is listening everywhere.
  if (host === '') return false;
  const addresses = await lookup(host, { all: true });
  return addresses.length > 0 && addresses.every(({ address }) => isLoopbackAddress(address));
}
