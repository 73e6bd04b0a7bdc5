// The words of the form for the server.
import type { Texts } from '../../i18n/locale';
import type { Behaviour } from '../../idl/behaviour';

const en = {
  server: 'What the server does',
  function: (method: string) => `${method} does`,
  behaviours: {
    add: 'add its arguments',
    echo: 'return its argument',
    divide: 'divide and round down',
    length: 'measure the length',
    measure: 'length and checksum',
    'count-up': 'count up to its argument',
    receipt: 'confirm the order',
    return: 'return a value',
    throw: 'throw',
    raise: 'throw a declared exception',
    unknown: 'nothing: it is unknown',
  } satisfies Record<Behaviour['does'] | 'unknown', string>,
  takes: (method: string) => `${method} takes (ms)`,
  returnedValue: 'value',
  message: 'message',
  code: 'code',
  exception: 'exception class',
  raised: 'exception',
};

export const texts: Texts<typeof en> = {
  en,
  'zh-CN': {
    server: '服务端做什么',
    function: method => `${method} 的行为`,
    behaviours: {
      add: '把参数相加',
      echo: '原样返回参数',
      divide: '相除并向下取整',
      length: '返回长度',
      measure: '长度与校验和',
      'count-up': '从零数到参数',
      receipt: '确认订单',
      return: '返回一个值',
      throw: '抛出错误',
      raise: '抛出声明过的异常',
      unknown: '没有这个函数',
    },
    takes: method => `${method} 用时（毫秒）`,
    returnedValue: '值',
    message: '消息',
    code: '错误码',
    exception: '异常类',
    raised: '异常',
  },
};
