import { expect } from '@jest/globals';

/** What a service answers at a position, byte for byte, with each answer's ETag. */
export async function answersAt(url: string, position: string): Promise<readonly string[]> {
  const at = `knownAt=position:${position}&asOf=2021-09-15&minPosition=${position}`;
  const answers: string[] = [];
  for (const path of [
    `/v1/state?${at}&limit=1000`,
    `/v1/timeline?${at}&limit=1000`,
    `/v1/timeline?${at}&limit=1000&q=wechat&include=retracted`,
    `/v1/facts/links:wechat:taobao/why?${at}`,
    `/v1/facts/links:wechat:taobao/history?${at}`,
    `/v1/entities?${at}&limit=1000`,
    `/v1/events?to=${position}`,
    `/v1/replay?asOf=2021-09-15&to=${position}`,
  ]) {
    const answer = await fetch(`${url}${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    answers.push(`${path} ${answer.headers.get('etag')} ${await answer.text()}`);
  }
  return answers;
}
