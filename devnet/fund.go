package devnet

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"

	l1node "github.com/ashlar-labs/ashlar/devnet/l1"
	"github.com/ashlar-labs/ashlar/settlement/bridge"
)

// accountBalance is what every development account has on L2 at least, in ether: deposited, not invented, so that L1 holds it.
const accountBalance = 1000

// FundAccounts deposits ETH for the development accounts that have none on L2. Run has to be running.
func (d *Devnet) FundAccounts(ctx context.Context) error {
	l2, err := rpc.DialContext(ctx, d.Node.WSEndpoint())
	if err != nil {
		return err
	}
	defer l2.Close()
	client, err := bridge.New(ctx, d.client.Client.Client(), l2, l1node.Operators()[l1node.Faucet].Key)
	if err != nil {
		return err
	}
	amount := new(big.Int).Mul(big.NewInt(accountBalance), big.NewInt(1e18))
	var to []common.Address
	for _, a := range l1node.Accounts() {
		balance, err := client.L2.BalanceAt(ctx, a.Address, nil)
		if err != nil {
			return err
		}
		if balance.Sign() == 0 {
			to = append(to, a.Address)
		}
	}
	if len(to) == 0 {
		return nil
	}
	d.cfg.say("depositing %d ETH for each of %d development accounts", accountBalance, len(to))
	deposits, err := client.DepositETHTo(ctx, to, amount)
	if err != nil {
		return fmt.Errorf("fund development accounts: %w", err)
	}
	for _, p := range deposits {
		if _, err := client.WaitL2(ctx, p.L2Hash); err != nil {
			return fmt.Errorf("fund development accounts: %w", err)
		}
	}
	return nil
}
