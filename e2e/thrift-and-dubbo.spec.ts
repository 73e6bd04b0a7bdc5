import { expect, test } from './callscope';

test('the same call over Thrift: its programs are in the language of the library that speaks', async ({
  app,
  page,
}) => {
  await app.open();
  await page.getByRole('banner').getByRole('combobox').first().selectOption({ label: 'Thrift' });
  await app.nextStep(2);
  await expect(app.bytes.getByText(/fun_add/).first()).toBeVisible();
  await app.tab('Settings');
  await page.getByRole('combobox', { name: 'Client program' }).selectOption({ label: 'Java' });
  await page.getByRole('combobox', { name: 'Encoding' }).selectOption({ label: 'compact' });
  await app.tab('Code');
  await expect(page.getByText('TCompactProtocol').first()).toBeVisible();
  await expect(page.getByText('client stub (Service.java)')).toBeVisible();
});

test('the same call over Dubbo: the layers of its architecture stand on the path of the call', async ({
  app,
  page,
}) => {
  await app.open();
  await page.getByRole('banner').getByRole('combobox').first().selectOption({ label: 'Dubbo' });
  await app.nextStep(2);
  await expect(app.fields.getByText(/parameter types/i).first()).toBeVisible();
  await app.tab('Code');
  for (const layer of ['proxy', 'cluster', 'protocol', 'serialize', 'exchange', 'transport'])
    await expect(page.getByText(new RegExp(`// ${layer} layer`)).first()).toBeAttached();
});
