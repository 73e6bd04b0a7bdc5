import { expect, test } from './callscope';

const GREETER = `syntax = "proto3";
package helloworld;
service Greeter { rpc SayHello (HelloRequest) returns (HelloReply) {} }
message HelloRequest { string name = 1; reserved 2; }
message HelloReply { string message = 1; }
`;
const SHOP =
  'service Shop {\n  i64 stock(1: string sku, 4: required bool all) throws (1: Gone gone)\n}\nexception Gone { 1: string why }\n';

test('a pasted .proto file is called over gRPC, and the browser’s Back brings the old call back', async ({
  app,
  page,
}) => {
  await app.open();
  await app.tab('Interface');
  await page.getByRole('button', { name: 'Import .proto / .thrift…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(GREETER);
  await expect(dialog.getByText('SayHello(request: HelloRequest): HelloReply')).toBeVisible();
  await expect(dialog.getByText('Line 4: Reserved numbers and names are not kept: HelloRequest.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this interface' }).click();
  const call = page.getByRole('banner').getByRole('code');
  await expect(call).toHaveText('SayHello({name: ""})');
  await expect(page.getByRole('banner').getByRole('combobox').first()).toHaveValue('grpc');
  await expect(page).toHaveURL(/#/);
  await page.goBack();
  await expect(call).toHaveText('fun_add(2, 3)');
});

test('a mistake in a .thrift file is told with its place and loses nothing; a file can be chosen', async ({
  app,
  page,
}) => {
  await app.open();
  await app.tab('Interface');
  await page.getByRole('button', { name: 'Import .proto / .thrift…' }).click();
  const dialog = page.getByRole('dialog');
  const text = dialog.getByRole('textbox');
  await text.fill('namespace py demo\nstruct A {\n  1: i32\n}');
  await expect(dialog.getByText(/^Line 3, column 6:/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Show the place' }).click();
  await expect(text).toBeFocused();
  await expect(text).toHaveValue('namespace py demo\nstruct A {\n  1: i32\n}');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose a file…' }).click();
  await (await chooser).setFiles({ name: 'shop.thrift', mimeType: 'text/plain', buffer: Buffer.from(SHOP) });
  await expect(dialog.getByText('stock(sku: string = 1, all: boolean = 4): long throws Gone')).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this interface' }).click();
  await expect(page.getByRole('banner').getByRole('code')).toHaveText('stock("", false)');
});
