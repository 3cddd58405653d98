// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Batcher} from "../../hardhat/contracts/Batcher.sol";
import {Ledger} from "../../hardhat/contracts/Ledger.sol";
import {vm} from "../test/Vm.sol";

/// @title Five transactions: two deployments, one of them by CREATE2, and calls that depend on them.
contract Deploy {
    bool public constant IS_SCRIPT = true;

    function run() external returns (Ledger ledger, Batcher batcher) {
        vm.startBroadcast();
        ledger = new Ledger{value: 1 gwei}(1 ether, "by forge script");
        batcher = new Batcher{salt: keccak256(abi.encode(address(ledger)))}();
        ledger.deposit{value: 2 gwei}("first");
        ledger.withdraw(1 gwei);
        (bool ok,) = address(ledger).call{value: 5}("");
        require(ok, "plain transfer");
        vm.stopBroadcast();
        require(ledger.total() == 2 gwei + 5, "total");
    }
}
