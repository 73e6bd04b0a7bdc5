// Networks to choose from. Latency is one way; the figures are of the usual order, not measured.
import type { Network } from '../scenario/scenario';

export type NetworkId = 'rack' | 'city' | 'country' | 'ocean' | 'mobile';

export const networks: readonly { readonly id: NetworkId; readonly network: Network }[] = [
  { id: 'rack', network: { latency: 100, bandwidth: 10_000_000_000, mtu: 1500 } },
  { id: 'city', network: { latency: 3_000, bandwidth: 1_000_000_000, mtu: 1500 } },
  { id: 'country', network: { latency: 20_000, bandwidth: 100_000_000, mtu: 1500 } },
  { id: 'ocean', network: { latency: 75_000, bandwidth: 100_000_000, mtu: 1500 } },
  { id: 'mobile', network: { latency: 45_000, bandwidth: 10_000_000, mtu: 1500 } },
];

/** Which of {@link networks} this is, if any. */
export function networkId({ latency, bandwidth, mtu }: Network): NetworkId | undefined {
  return networks.find(
    ({ network }) => network.latency === latency && network.bandwidth === bandwidth && network.mtu === mtu,
  )?.id;
}
