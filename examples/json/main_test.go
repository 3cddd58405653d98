package main

import "testing"

func TestBalances(t *testing.T) {
	in := `[{"account":"bob","amount":7},{"account":"alice","amount":5},{"account":"bob","amount":-12},{"account":"carol","amount":3},{"account":"carol","amount":-3}]`
	if got := string(balances([]byte(in))); got != `{"alice":5,"bob":-5}` {
		t.Error(got)
	}
}

func TestBalancesRefuses(t *testing.T) {
	for _, in := range []string{
		"", "{}", "[]x", "[][]", `[{"account":"a","amount":1.5}]`, `[{"account":"a","amount":1,"x":2}]`,
		`[{"account":"a","amount":9223372036854775807},{"account":"a","amount":1}]`,
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is accepted", in)
				}
			}()
			balances([]byte(in))
		}()
	}
}
