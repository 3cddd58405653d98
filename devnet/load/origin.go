package load

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	gethrpc "github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"
	"golang.org/x/sync/errgroup"

	"github.com/ashlar-labs/ashlar/chain/batch"
	"github.com/ashlar-labs/ashlar/chain/genesis"
	treestore "github.com/ashlar-labs/ashlar/chain/state/store"
	"github.com/ashlar-labs/ashlar/chain/stf"
	"github.com/ashlar-labs/ashlar/chain/store"
	"github.com/ashlar-labs/ashlar/chain/stream"
	"github.com/ashlar-labs/ashlar/contracts/artifacts"
	"github.com/ashlar-labs/ashlar/contracts/deploy"
	"github.com/ashlar-labs/ashlar/node"
	"github.com/ashlar-labs/ashlar/rollup"
	"github.com/ashlar-labs/ashlar/rollup/record"
)

// History is a chain that is made for being followed.
type History struct {
	Transfers  int // of ETH
	ERC20      int // transfers of a token
	BlockTxs   int // transactions in a block
	Senders    int
	Recipients int // addresses that get ETH, and others that get tokens
	Scheme     rollup.DAScheme
}

// DefaultHistory is half a million ETH transfers and a hundred thousand ERC-20 transfers in six thousand blocks.
func DefaultHistory() History {
	return History{Transfers: 500_000, ERC20: 100_000, BlockTxs: 100, Senders: 1000, Recipients: 250_000, Scheme: rollup.DABlobs}
}

// Check says what cannot be made.
func (h *History) Check() error {
	switch {
	case h.Transfers < 1 || h.ERC20 < 0 || h.Senders < 1 || h.Recipients < 1:
		return errors.New("load: a history needs transfers, senders and recipients")
	case h.BlockTxs < 1 || h.BlockTxs > blockGas/erc20Gas:
		return fmt.Errorf("load: %d transactions in a block, want 1 to %d", h.BlockTxs, blockGas/erc20Gas)
	}
	return nil
}

// Made is what a chain holds.
type Made struct {
	Blocks, Transactions, Gas, Batches uint64
}

// Origin is a chain's block stream in this process, and as much of a node's JSON-RPC as one that follows asks for. Its batches were sealed without a guest.
type Origin struct {
	Made
	chain  node.Origin
	server *stream.Server
	stream *stream.Stream
	http   *http.Server
	url    string
}

// making is an Origin on its way.
type making struct {
	history History
	store   *store.Store
	writer  *stream.Writer
	sealer  *batch.Sealer
	senders []*sender
	signer  *signer
	rnd     random
	token   common.Address
	env     rollup.BlockEnv
	made    Made
	tell    func(transactions int)
}

// MakeOrigin makes the chain in dir and serves its stream until Close. tell hears how many transactions there are already.
func MakeOrigin(ctx context.Context, h History, dir string, log *slog.Logger, tell func(transactions int)) (o *Origin, err error) {
	if err := h.Check(); err != nil {
		return nil, err
	}
	senders := makeSenders(h.Senders)
	config := genesis.Default(chainID)
	config.Timestamp, config.GasPerPubdata, config.L1ChainID, config.L1AssetRouter = uint64(time.Now().Add(-24*time.Hour).Unix()), 5, gethChainID, common.HexToAddress("0x1111")
	config.Prefund = make(map[common.Address]*hexutil.Big, len(senders))
	for _, s := range senders {
		config.Prefund[s.address] = (*hexutil.Big)(richWei)
	}
	g, err := config.Genesis()
	if err != nil {
		return nil, err
	}
	o = &Origin{}
	defer func() {
		if err != nil {
			err = errors.Join(err, o.Close())
		}
	}()
	if err := o.serve(ctx, g, filepath.Join(dir, "stream"), log); err != nil {
		return nil, err
	}
	somewhere := common.HexToAddress("0x2222") // no L1 is asked
	o.chain = node.Origin{Genesis: config, Stream: o.server.URL(), Deployment: deploy.Deployment{
		ChainID: chainID, L1ChainID: gethChainID, DAScheme: h.Scheme, Chain: somewhere, Bridgehub: somewhere, Timelock: somewhere, AssetRouter: config.L1AssetRouter,
	}}
	made := filepath.Join(dir, "chain")
	s, err := store.Open(store.Config{Dir: made, Process: "ashlar bench", Logger: log}, g)
	if err != nil {
		return nil, err
	}
	err = o.make(ctx, h, s, senders, log, tell)
	return o, errors.Join(err, s.Close(), os.RemoveAll(made)) // the stream has it
}

func (o *Origin) serve(ctx context.Context, g *store.Genesis, dir string, log *slog.Logger) (err error) {
	if o.server, err = stream.StartServer(stream.ServerConfig{Dir: dir, Listen: "127.0.0.1:0"}); err != nil {
		return err
	}
	if o.stream, err = stream.Open(ctx, stream.Config{Chain: g.Hash(), Server: o.server, Create: true, Log: log}); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	methods := gethrpc.NewServer()
	if err := methods.RegisterName("ashlar", originMethods{o}); err != nil {
		return errors.Join(err, listener.Close())
	}
	o.url, o.http = "http://"+listener.Addr().String(), &http.Server{Handler: methods, ReadHeaderTimeout: time.Minute}
	go func() { _ = o.http.Serve(listener) }()
	return nil
}

type originMethods struct{ origin *Origin }

// Chain is ashlar_chain.
func (m originMethods) Chain() node.Origin { return m.origin.chain }

// URL is that of JSON-RPC.
func (o *Origin) URL() string { return o.url }

// Close ends the stream.
func (o *Origin) Close() error {
	if o.stream != nil {
		o.stream.Close()
	}
	if o.server != nil {
		o.server.Close()
	}
	if o.http != nil {
		return o.http.Close()
	}
	return nil
}

func (o *Origin) make(ctx context.Context, h History, s *store.Store, senders []*sender, log *slog.Logger, tell func(int)) error {
	tree, err := treestore.Open(s.DB(), treestore.DefaultConfig())
	if err != nil {
		return err
	}
	m := &making{history: h, store: s, senders: senders, signer: newSigner(), token: crypto.CreateAddress(senders[0].address, 0), tell: tell}
	m.env = rollup.BlockEnv{Timestamp: s.Head().Timestamp, GasLimit: blockGas, GasPerPubdata: 5, BaseFee: *uint256.NewInt(100_000_000)}
	if m.writer, err = o.stream.Lead(ctx, 0, 1, &record.Term{}); err != nil {
		return err
	}
	sealing := batch.Config{
		Limits: batch.DefaultLimits(h.Scheme), Scheme: h.Scheme, SettlementChainID: gethChainID, Logger: log,
		Now: func() time.Time { return time.Unix(int64(s.Head().Timestamp), 0) }, // age is by the chain's time
		Publish: func(ctx context.Context, b *store.SealedBatch) error {
			m.made.Batches = b.Number
			return m.writer.Append(ctx, record.Record{Batch: batch.Record(b)})
		},
	}
	sealing.Limits.Cycles = math.MaxUint64 // no guest runs, so the estimate would not learn: gas ends a batch
	if m.sealer, err = batch.NewSealer(sealing, s, tree, node.BlobNames(h.Scheme), nil); err != nil {
		return err
	}
	if err := m.sealer.Recover(); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	all := make(chan struct{})
	group.Go(func() error {
		defer close(all)
		return m.blocks(ctx)
	})
	group.Go(func() error { return m.batches(ctx, all) })
	err = group.Wait()
	o.Made = m.made
	return err
}

// batches seals until all blocks are there and in batches.
func (m *making) batches(ctx context.Context, all <-chan struct{}) error {
	for ctx.Err() == nil {
		last := false
		select {
		case <-all:
			last = true
		default:
		}
		sealed, err := m.sealer.Seal(ctx, last)
		if err != nil {
			return err
		}
		switch {
		case sealed:
		case last:
			return nil
		default:
			select {
			case <-all:
			case <-time.After(50 * time.Millisecond):
			case <-ctx.Done():
			}
		}
	}
	return ctx.Err()
}

// blocks makes all blocks: one that creates the token, some that give tokens to the senders, then transfers of ETH and tokens, evenly mixed.
func (m *making) blocks(ctx context.Context) error {
	create, err := m.createToken()
	if err != nil {
		return err
	}
	if err := m.block(ctx, []*stf.Tx{create}); err != nil {
		return err
	}
	mints := 0
	if m.history.ERC20 > 0 {
		mints = len(m.senders)
	}
	total := m.history.Transfers + m.history.ERC20
	var txs []*stf.Tx
	for i := range mints + total {
		from, c := m.senders[i%len(m.senders)], call{chainID: chainID, gas: erc20Gas, to: m.token}
		switch n := i - mints; {
		case n < 0:
			c.data = tokenMint(from.address)
		case (n+1)*m.history.ERC20/total > n*m.history.ERC20/total:
			c.data = tokenTransfer(holder(m.rnd.next() % uint64(m.history.Recipients)))
		default:
			c.gas, c.to, c.value = ethGas, holder(m.rnd.next()%uint64(m.history.Recipients)), 1
		}
		raw, _ := m.signer.transaction(from, &c)
		from.nonce++
		tx, err := m.decode(raw, from)
		if err != nil {
			return err
		}
		if txs = append(txs, tx); len(txs) < m.history.BlockTxs && i+1 != mints && i+1 != mints+total {
			continue
		}
		if err := m.block(ctx, txs); err != nil {
			return err
		}
		txs = nil
	}
	return m.store.Flush()
}

func (m *making) decode(raw []byte, from *sender) (*stf.Tx, error) {
	tx, err := stf.DecodeTx(raw, &m.store.Genesis().Config)
	if err == nil {
		tx.AssumeSender(from.address)
	}
	return tx, err
}

// createToken is the first transaction of the first sender.
func (m *making) createToken() (*stf.Tx, error) {
	from := m.senders[0]
	parsed, code, err := artifacts.Load("TestERC20")
	if err != nil {
		return nil, err
	}
	args, err := parsed.Pack("", "Token", "TOK", uint8(18))
	if err != nil {
		return nil, err
	}
	key, err := crypto.ToECDSA(from.key.FillBytes(make([]byte, 32)))
	if err != nil {
		return nil, err
	}
	tx, err := types.SignNewTx(key, types.LatestSignerForChainID(big.NewInt(chainID)), &types.DynamicFeeTx{
		ChainID: big.NewInt(chainID), GasTipCap: big.NewInt(tipWei), GasFeeCap: big.NewInt(feeCapWei), Gas: 5_000_000, Data: append(code, args...),
	})
	if err != nil {
		return nil, err
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return nil, err
	}
	from.nonce++
	return m.decode(raw, from)
}

// unsealedTxs is how many transactions may wait for a batch, a few batches' worth: a sequencer whose sealing keeps up is no further ahead.
const unsealedTxs = 20_000

// wait lets sealing catch up.
func (m *making) wait(ctx context.Context) error {
	for ctx.Err() == nil {
		sealed, err := m.store.LastBatch()
		if errors.Is(err, store.ErrNotFound) {
			sealed, err = &store.SealedBatch{}, nil
		}
		if err != nil || (m.store.Tip().Number-sealed.LastBlock)*uint64(m.history.BlockTxs) <= unsealedTxs {
			return err
		}
		select {
		case <-time.After(5 * time.Millisecond):
		case <-ctx.Done():
		}
	}
	return ctx.Err()
}

// block makes a block of these transactions, each of which must succeed, publishes and keeps it.
func (m *making) block(ctx context.Context, txs []*stf.Tx) error {
	if err := m.wait(ctx); err != nil {
		return err
	}
	tip := m.store.Tip()
	before, err := m.store.ChainStateAt(tip.Number)
	if err != nil {
		return err
	}
	m.env.Number = tip.Number + 1
	m.env.Timestamp += m.env.Number % 2 // two blocks a second
	b, err := stf.NewBuilder(&m.store.Genesis().Config, m.env, before, m.store.HeadState())
	if err != nil {
		return err
	}
	for i, tx := range txs {
		r, err := b.Apply(tx)
		if err != nil || r.Status != 1 {
			return fmt.Errorf("block %d: transaction %d: %v: %w", m.env.Number, i, r, err)
		}
	}
	res, err := b.Finish()
	if err != nil {
		return err
	}
	if err := m.writer.Append(ctx, record.Record{Block: &record.Block{Hash: res.Hash, State: record.StateHash(&res.Diff), Block: res.Block}}); err != nil {
		return err
	}
	if err := m.store.BeginBlock(res); err != nil {
		return err
	}
	m.made.Blocks, m.made.Transactions, m.made.Gas = m.env.Number, m.made.Transactions+uint64(len(txs)), m.made.Gas+res.Header.GasUsed
	m.tell(int(m.made.Transactions))
	return nil
}
