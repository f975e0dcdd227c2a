import { expect, test } from "vitest";
import { Channel } from "./channel.ts";

test("values arrive in order, and a sender waits until its value was received", async () => {
  const channel = new Channel<number>();
  const received: number[] = [];
  const sending = (async () => {
    for (const value of [1, 2, 3]) {
      expect(await channel.send(value)).toBe(value < 3);
      expect(received).toEqual([1, 2, 3].slice(0, value));
    }
  })();
  for await (const value of channel.receive()) {
    received.push(value);
    if (value === 3) channel.close();
  }
  await sending;
});

test("a receiver that ends early ends the wait of the sender, and later values are refused", async () => {
  const channel = new Channel<number>();
  const sending = channel.send(1);
  for await (const value of channel.receive()) {
    expect(value).toBe(1);
    break;
  }
  expect(await sending).toBe(false);
  expect(await channel.send(2)).toBe(false);
});

test("a receiver that was ended while it waits ends with the next event of the channel", async () => {
  const channel = new Channel<number>();
  const values = channel.receive();
  const next = values.next();
  const ending = values.return();
  channel.close();
  expect(await next).toEqual({ done: true, value: undefined });
  await ending;
});

test("the last value precedes the error of a closed channel", async () => {
  const channel = new Channel<number>();
  const sending = channel.send(1);
  channel.close({ reason: new Error("broken") });
  expect(await sending).toBe(false);
  const values = channel.receive();
  expect(await values.next()).toEqual({ done: false, value: 1 });
  await expect(values.next()).rejects.toThrow("broken");
});
