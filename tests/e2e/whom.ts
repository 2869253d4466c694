import type { Page } from '@playwright/test';

/** Makes it about another program, as a person does. */
export async function chooseWhom(page: Page, program: string): Promise<void> {
  await page.getByRole('button', { name: /Change whom it is about/ }).click();
  await page.getByRole('dialog').getByRole('radio', { name: program }).check();
  await page.getByRole('button', { name: 'Apply' }).click();
}
