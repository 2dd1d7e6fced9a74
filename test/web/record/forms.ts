import type { Locator, Page } from 'playwright-core';
import type { Explorer } from '../explorer.js';

/** The form of a page, and what a person does with it. */
export class FormOn {
  constructor(readonly page: Page) {}

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  entity(label: string): Locator {
    return this.page.getByRole('combobox', { name: label });
  }

  option(name: string | RegExp): Locator {
    return this.page.getByRole('option', { name });
  }

  press(button: string): Promise<void> {
    return this.page.getByRole('button', { name: button, exact: true }).click();
  }

  follow(link: string): Promise<void> {
    return this.page.getByRole('link', { name: link, exact: true }).click();
  }

  /** Asks what would change. @returns it in words, as a screen reader says them */
  async preview(): Promise<string> {
    await this.press('See what would change');
    const region = this.page.getByRole('region', { name: 'What would change' });
    await region.getByRole('heading', { name: 'What would change' }).waitFor();
    return (await region.innerText()).replaceAll(/\s+/g, ' ');
  }

  /** Asks what would change, and is refused. @returns each line of the summary */
  async refused(): Promise<readonly string[]> {
    await this.press('See what would change');
    const alert = this.page.getByRole('alert');
    await alert.waitFor();
    return alert.getByRole('listitem').allInnerTexts();
  }

  /** @param button that records it @returns the position that it was recorded at */
  async record(button: string): Promise<number> {
    await this.press(button);
    return this.recordedAt();
  }

  async recordedAt(): Promise<number> {
    const receipt = this.page.getByText('Recorded at position');
    await receipt.waitFor();
    return Number(/position (\d+)/.exec(await receipt.innerText())?.[1]);
  }
}

/** A fine of a bank in March 2024, recorded by the API. @returns its id */
export async function fineOf({ service }: Explorer, bank: string): Promise<string> {
  await service.put(`/v1/entities/${bank}`, { type: 'company', name: bank });
  const { body } = await service.post<{ readonly id: string }>('/v1/developments', {
    kind: 'FineImposed',
    title: `${bank} is fined`,
    when: '2024-03',
    details: { authority: 'samr', party: bank, amount: { value: '5000000', currency: 'USD' } },
  });
  return body.id;
}

/** The state of an entity on 10 March 2024. */
export async function stateOf({ service }: Explorer, entity: string, knownAt?: number): Promise<readonly object[]> {
  const known = knownAt === undefined ? '' : `&knownAt=position:${knownAt}`;
  const { body } = await service.get<{ facts: readonly object[] }>(
    `/v1/state?entity=${entity}&asOf=2024-03-10${known}`,
  );
  return body.facts;
}
