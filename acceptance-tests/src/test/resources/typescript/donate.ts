import { Configuration, DonationsApi, ResponseError } from './generated';

export interface Outcome {
  readonly status: number;
  readonly donation?: Awaited<ReturnType<DonationsApi['give']>>;
  readonly problem?: unknown;
}

/** Gives to a campaign as a website would: only with what the generated client offers. */
export async function donate(basePath: string, campaignId: string, idempotencyKey: string, rupiah: string): Promise<Outcome> {
  const donations = new DonationsApi(new Configuration({ basePath }));
  try {
    const response = await donations.giveRaw({
      id: campaignId,
      idempotencyKey,
      donationRequest: {
        amount: { amount: rupiah, currency: 'IDR' },
        donor: { anonymous: true },
        method: 'MIDTRANS',
      },
    }, { signal: AbortSignal.timeout(10_000) });
    return { status: response.raw.status, donation: await response.value() };
  } catch (refusal) {
    if (refusal instanceof ResponseError) {
      return { status: refusal.response.status, problem: await refusal.response.json() };
    }
    throw refusal;
  }
}
