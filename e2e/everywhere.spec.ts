import { violations } from './axe';
import { expect, test } from './callscope';

const scenes = ['Stage', 'Space-time', 'Compare'];
const panes = ['Ledger', 'TCP flow', 'Edit', 'Code', 'Statecharts', 'Packets'];
const chinese: Record<string, string> = {
  Stage: '舞台',
  'Space-time': '时空图',
  Compare: '对比',
  Ledger: '账本',
  'TCP flow': 'TCP 流量',
  Edit: '编辑',
  Code: '代码',
  Statecharts: '状态机',
  Packets: '数据包',
};

/** Only colours change with the theme, and with the language all but colours. */
const looks = [
  { use: { colorScheme: 'light', locale: 'en-US' }, rules: 'all' },
  { use: { colorScheme: 'dark', locale: 'en-US' }, rules: 'of colours' },
  { use: { colorScheme: 'light', locale: 'zh-CN' }, rules: 'but those of colours' },
] as const;

for (const { use, rules } of looks)
  test.describe(`${use.colorScheme}, ${use.locale}`, () => {
    test.use(use);
    test('every screen passes the rules of WCAG 2.2 AA that can be checked by machine', async ({ app, page }) => {
      test.setTimeout(240_000);
      await app.open();
      await page.keyboard.press('3');
      expect(await violations(page, rules)).toEqual([]);
      // Behind another tab only its panel is new.
      for (const tab of [...scenes, ...panes].map(name => (use.locale === 'en-US' ? name : chinese[name]))) {
        await app.tab(tab);
        await expect(page.getByText(/^(Loading…|加载中…)$/)).toHaveCount(0);
        const panel = await page.getByRole('tab', { name: tab, exact: true }).getAttribute('aria-controls');
        expect(await violations(page, rules, `[id="${panel}"]`), tab).toEqual([]);
      }
    });
  });

test('the language is the browser’s, can be switched, and is remembered', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('一次远程过程调用即将开始');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A remote procedure call, about to begin');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await context.close();
});

test('nothing on a Chinese screen is left in English', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.getByRole('button', { name: '示例' })).toBeVisible();
  const words = await page.locator('button, [role=tab], h1, h2, h3, label').allInnerTexts();
  const english = words.filter(text =>
    /\b(the|and|step|message|bytes|call|edit|next|back|server|client)\b/i.test(text.replace(/fun_add/g, '')),
  );
  expect(english).toEqual([]);
  await context.close();
});

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('the page works without the network once it has been visited', async ({ app, page, context }) => {
    await app.open();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await context.setOffline(true);
    await page.reload();
    await expect(app.headline).toHaveText('A remote procedure call, about to begin');
    await app.tab('Statecharts');
    await expect(page.getByText(/^Loading…$/)).toHaveCount(0);
    await app.tab('Code');
    await expect(page.getByText('ServerProxy').first()).toBeVisible();
  });
});

test('no request leaves for another host', async ({ app, page, baseURL }) => {
  const hosts = new Set<string>();
  page.on('request', request => hosts.add(new URL(request.url()).host));
  await app.open();
  for (const tab of [...scenes, ...panes]) await app.tab(tab);
  hosts.delete('');
  expect([...hosts]).toEqual([new URL(baseURL!).host]);
});

test('on a small laptop the whole stage is in sight', async ({ app, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await app.open();
  const drawing = (await page.locator('svg[data-drawing=stage]').boundingBox())!;
  const bytes = (await app.bytes.boundingBox())!;
  expect(drawing.y + drawing.height).toBeLessThanOrEqual(bytes.y);
});

for (const width of [390, 768])
  test(`at ${width} px everything can be reached and nothing is cut off sideways`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await app.open();
    for (const tab of ['Stage', 'Space-time', 'Bytes', 'Fields', ...panes]) {
      await app.tab(tab);
      await expect(page.getByText(/^Loading…$/)).toHaveCount(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
