import { expect, test } from './callscope';

test('addresses, ports, date and seed are set where a newcomer is not burdened with them', async ({ app, page }) => {
  await app.open();
  await app.tab('Settings');
  const address = page.getByRole('textbox', { name: 'Address of the server' });
  await expect(address).toBeHidden();
  await page.getByText('Advanced: addresses, date, randomness').click();
  await address.fill('10.1.2.3');
  await page.getByRole('textbox', { name: 'Port of the server' }).fill('80');
  await expect(page.getByText('10.1.2.3:80').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Start (UTC)' }).fill('2030-01-02T03:04:05Z');
  await page.getByRole('textbox', { name: 'Seed' }).fill('7');
  await app.nextStep(8);
  await expect(app.bytes).toContainText('02 Jan 2030');
});

test('an address that no host can have is refused with the reason, and the last run stays', async ({ app, page }) => {
  await app.open();
  await app.tab('Settings');
  await page.getByText('Advanced: addresses, date, randomness').click();
  const address = page.getByRole('textbox', { name: 'Address of the client' });
  await address.fill('300.1.1.1');
  await expect(address).toHaveAccessibleDescription(/IPv4 address of a host, such as 192\.0\.2\.7/);
  await expect(page.getByText('last valid run: Address of the client = 172.171.4.176')).toBeVisible();
  const time = page.getByRole('textbox', { name: 'Start (UTC)' });
  await time.fill('2023-02-29T00:00:00Z');
  await expect(time).toHaveAttribute('aria-invalid', 'true');
});

test('a network that would make too many packets is said at its MTU, and the page goes on', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^A large argument/ })
    .click();
  await app.tab('Settings');
  const mtu = page.getByRole('textbox', { name: /MTU/ });
  await mtu.fill('68');
  await expect(mtu).toHaveAccessibleDescription(/packets with an MTU of 68/);
  await expect(page.getByText(/Choose a larger MTU.*The picture shows the last valid run/)).toBeVisible();
  await mtu.fill('1500');
  await expect(mtu).not.toHaveAttribute('aria-invalid', 'true');
  await app.nextStep();
  await expect(app.headline).toHaveText('The client calls the service as if it were local');
});

test('the fields have Chinese names', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL });
  const page = await context.newPage();
  await page.goto('./');
  await page.getByRole('tab', { name: '设置', exact: true }).click();
  await page.getByText('高级：地址、日期、随机数').click();
  for (const name of ['客户端地址', '客户端端口', '服务端地址', '服务端端口', '开始时间（UTC）', '随机种子'])
    await expect(page.getByRole('textbox', { name, exact: true })).toBeVisible();
  await context.close();
});
