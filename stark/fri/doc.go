// Package fri proves that words over domains of several sizes are close to polynomials of
// low degree: FRI over KoalaBear with challenges in E6, fold arity eight.
//
// In: a [params.Layer] and the log sizes of the words, which make a [Plan] on both
// sides, the prover's words, and a transcript that has absorbed the statement and everything
// the words follow from. Out: a [Proof] and query indices, at which the caller opens its
// own matrices; a verdict. Nothing about sizes is read from a proof, so an encoded proof
// has one length ([Plan.ProofBytes]). The verifier allocates no more than that and does
// not panic; its rejections wrap [ErrInvalidProof] and say where.
//
// Files: plan.go, proof.go and domain.go belong to both sides, prove.go and layer.go to
// the prover, verify.go to the verifier.
//
// # Domains
//
// D_h is the coset s_h * <w_h> of 2^h points with s_h = 3^(2^(24-h)) and w_h =
// field.RootOfUnity(h), in bit-reversed order: index i holds s_h * w_h^rev(i). Squaring
// takes D_h onto D_(h-1) and index i to i >> 1, for s_h^2 = s_(h-1). The eight points that
// share x^8 are the indices 8r..8r+7, the fibre of r. h is the log size of a domain
// throughout, b the log blowup: a word over D_h has degree below 2^(h-b), its bound.
//
// # Layers
//
// There is one group word G_h for each log size h in the plan, in the protocol the DEEP
// quotients of all columns of that height, batched by the caller. With H_0 the greatest:
//
//	H_(l+1) = H_l - 3 while H_l > 6 + b     (6: Layer.LogFinalPolyLen)
//	G_h enters layer l when H_(l+1) < h <= H_l
//
// The intervals of the layers 0..L that are folded join without gaps to (H_(L+1), H_0],
// and H_(L+1) <= 6 + b. So each h in [7+b, H_0] enters exactly one layer; smaller ones
// are refused by [NewPlan]. As H_L >= 7 + b, the final polynomial has 2^(H_(L+1)-b)
// coefficients, between 2^4 and 2^6.
//
// A group enters lifted: as u(x) = G_h(x^(2^k)), k = H_l - h in {0, 1, 2}, which has at
// index i the value G_h[i >> k]. If G_h is in its code so is u in that of D_(H_l), at the
// same rate. A layer's words are, in this order, the folded one (none for l = 0) and the
// groups that enter by descending height. They are added with coefficients 1, rho, rho^2,
// ... where rho_l is fresh, and drawn only if there are two or more.
//
//	W_l = fold(W_(l-1), beta_(l-1)) + sum rho_l^i u_i
//	fold(W, beta)(x^8) = sum over j < 8 of beta^j W_j(x^8)   where W(x) = sum x^j W_j(x^8)
//
// # Transcript
//
//	label "fri", elements: log sizes
//	for each layer: challenge rho if needed, label "fri layer", digests: cap, challenge beta
//	label "fri final", extensions: coefficients, constant first
//	nonce, indices: Queries numbers below 2^H_0
//
// W_l is committed as a matrix with a fibre to a row, neighbour after neighbour, lowest
// coordinate first. A cap has 2^[CapLog] digests, or the whole layer of leaves if that
// is smaller.
//
// A query i follows i >> (H_0 - H_l): in every layer the entry there must be what the
// fibre opened before folds to plus the values of the groups that enter, and what the last
// fibre folds to must be the final polynomial's value.
//
// # Soundness of folding and rolling in
//
// Let theta be the radius of the layer's regime. Going back from the final polynomial
// (BCIKS20 section 8, with the share of still consistent queries above a point as its
// weight): a fold at y reads the whole fibre above y, so the agreement of all eight W_j,
// correlated by the curve in beta_l, is one of W_l on full fibres. The points of these
// fibres at which W_l is consistent with the sum, and the curve in rho_l, then give one
// set of at least (1-theta) of D_(H_l) on which the folded word and every u_i agree with
// polynomials of degree below 2^(H_l-b). Each step fails with the error that stark/params
// computes for a batch: degree 7 in beta_l, at most 3 in rho_l.
//
// # Soundness of the lift
//
// Folding sends a lift to a fold of G_h: with G_h(z) = sum over i < 8/2^k of z^i g_i, the
// only W_j of u that are not zero are W_(i*2^k) = g_i, so that its fold at beta is the
// fold of G_h with arity 8/2^k at beta^(2^k). Where an agreement set consists of full
// fibres (the step over beta) u and G_h agree with polynomials on the same share of their
// domains, as then the polynomial, too, depends on x^(2^k) only.
//
// The consistent points need not fill fibres: a query compares one point of eight. A
// cheating G_h may take in each fibre of x^2 the value at one of the two points of a
// polynomial P(x) that has an odd part. Its lift agrees with P on half of the points and,
// where the odd part vanishes, on a share 2^-b of the fibres in full: on (1 + 2^-b)/2, the
// radius of unique decoding (TestLiftAloneProvesTheLift does it). More is impossible: u
// is the same at x and at ax, a a 2^k-th root of unity, so P(x) and P(ax) would agree on
// more points than their degree allows. Within unique decoding a lift is thus close to
// lifts only. Up to the Johnson radius it need not be. So this package by itself
// proves no more about G_h than that its LIFT is close to the code, and the caller has to
// exclude the other P:
//
// In the protocol G_h is made of quotients (f - v)/(y - z) with z drawn after f was
// committed. Then P is a polynomial, and F(x) = v + (x^(2^k) - z) P(x) is near the lift of
// f, on a list fixed before z. Write F(x) = sum over j < 2^k of x^j F_j(x^(2^k)). F(x) = v
// at all 2^k roots of x^(2^k) = z says F_0(z) = v and F_j(z) = 0 for j > 0. If some F_j,
// j > 0, is not zero, a random z meets this with probability at most 2^(h-b)/|E6| (up to
// the points excluded), for each member of the list: L+ * N / |E6| in all, to be added to the
// error of the out-of-domain point. Otherwise F is a lift, of F_0, and f is near F_0 on
// the same set. All columns of a proof are listed together, over the greatest domain, as
// stark/params assumes (Proximity.OpenedListSize).
//
// # Not checked here
//
//   - That the values given to VerifyQueries are those of committed words at the right
//     indices; that all of them were committed before the transcript was handed over, that
//     they are quotients at a later point, and that their batching challenge came later still.
//   - That the statement, with the parameters, was absorbed first.
//   - How many bits the parameters are worth: see package params.
//
// # References
//
//   - BBHR18: Ben-Sasson, Bentov, Horesh, Riabzev, Fast Reed-Solomon Interactive Oracle
//     Proofs of Proximity, ICALP 2018.
//   - BCIKS20: Ben-Sasson, Carmon, Ishai, Kopparty, Saraf, Proximity Gaps for
//     Reed-Solomon Codes, eprint 2020/654.
//   - BGKS19: Ben-Sasson, Goldberg, Kopparty, Saraf, DEEP-FRI: Sampling Outside the Box
//     Improves Soundness, eprint 2019/336.
package fri
