// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {AddressAliasHelper} from "../../src/common/AddressAliasHelper.sol";
import {L2_ASSET_ROUTER, L2_BASE_TOKEN} from "../../src/common/Constants.sol";
import {TestERC20} from "../../src/token/TestERC20.sol";
import {BridgeFixture} from "../bridge/BridgeFixture.sol";
import {L2Fixture} from "./L2Fixture.sol";

/// @dev Both layers in one EVM: what L1 sends is executed on L2, what L2 sends is finalised on L1.
contract RoundTripTest is BridgeFixture, L2Fixture {
    function setUp() public {
        deployBridge();
        placeL2(L1, address(router), ethId);
    }

    function _executeOnL2() private {
        vm.chainId(CHAIN_A);
        bytes memory data = hub.lastCalldata();
        vm.prank(AddressAliasHelper.applyL1ToL2Alias(address(router)));
        (bool ok,) = L2_ASSET_ROUTER.call(data);
        require(ok, "L2 refuses what L1 sends");
    }

    function _finaliseOnL1() private {
        (address[] memory senders, bytes[] memory data) = messages();
        vm.chainId(L1);
        for (uint256 i = 0; i < senders.length; ++i) {
            nullifier.finalizeDeposit(sent(CHAIN_A, senders[i], data[i]));
        }
    }

    function testFuzz_TokenOfL1(uint96 amount, uint96 back) public {
        vm.assume(amount > 0 && back > 0 && back <= amount);
        depositToken(CHAIN_A, token, ALICE, amount);
        _executeOnL2();
        TestERC20 l2Token = TestERC20(l2Router.l2TokenAddress(address(token)));
        vm.assertEq(l2Token.balanceOf(ALICE), amount, "on L2");
        vm.recordLogs();
        vm.prank(ALICE);
        l2Router.withdraw(BOB, address(l2Token), back);
        _finaliseOnL1();
        vm.assertEq(token.balanceOf(BOB), back, "back on L1");
        vm.assertEq(l2Token.totalSupply(), vault.chainBalance(CHAIN_A, tokenId), "supply on L2 = funds on L1");
    }

    function testFuzz_Ether(uint96 amount) public {
        vm.assume(amount > 0);
        depositEth(CHAIN_A, ALICE, amount);
        vm.chainId(CHAIN_A);
        vm.deal(ALICE, amount);
        vm.recordLogs();
        vm.prank(ALICE);
        baseToken.withdraw{value: amount}(BOB);
        // The two layers share one account here; on L2 the ether is in the base token contract now.
        vm.deal(L2_BASE_TOKEN, 0);
        _finaliseOnL1();
        vm.assertEq(BOB.balance, amount, "back on L1");
        vm.assertEq(vault.chainBalance(CHAIN_A, ethId), 0, "nothing left");
    }

    function testFuzz_TokenOfL2(uint96 amount) public {
        vm.assume(amount > 0);
        vm.chainId(CHAIN_A);
        TestERC20 home = new TestERC20("Home", "HOM", 8);
        home.mint(ALICE, amount);
        vm.prank(ALICE);
        home.approve(address(l2Vault), amount);
        bytes32 id = keccak256(abi.encode(CHAIN_A, address(l2Vault), address(home)));
        vm.recordLogs();
        vm.prank(ALICE);
        l2Router.withdraw(id, abi.encode(uint256(amount), BOB, address(home)));
        _finaliseOnL1();
        TestERC20 onL1 = TestERC20(vault.tokenAddress(id));
        vm.assertEq(onL1.balanceOf(BOB), amount, "on L1");
        vm.prank(BOB);
        hub.requestTwoBridges(CHAIN_A, 0, 0, depositData(id, amount, ALICE, address(onL1)));
        vm.assertEq(onL1.totalSupply(), 0, "gone from L1");
        _executeOnL2();
        vm.assertEq(home.balanceOf(ALICE), amount, "home");
    }
}
