package rpc

import (
	"strconv"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
)

type netAPI struct{ *api }

// Version is net_version: the chain id in decimal.
func (n *netAPI) Version() string { return strconv.FormatUint(n.back.Config.ChainID, 10) }

// Listening is net_listening.
func (n *netAPI) Listening() bool { return true }

// PeerCount is net_peerCount: there is no peer-to-peer network.
func (n *netAPI) PeerCount() hexutil.Uint { return 0 }

type web3API struct{ *api }

// ClientVersion is web3_clientVersion.
func (w *web3API) ClientVersion() string { return w.cfg.ClientVersion }

// Sha3 is web3_sha3.
func (w *web3API) Sha3(data hexutil.Bytes) hexutil.Bytes { return crypto.Keccak256(data) }
