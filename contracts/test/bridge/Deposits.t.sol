// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {AssetData} from "../../src/bridge/AssetData.sol";
import {AssetId} from "../../src/common/AssetId.sol";
import {ETH_TOKEN_ADDRESS} from "../../src/common/Constants.sol";
import {IL1AssetRouter} from "../../src/interfaces/IL1AssetRouter.sol";
import {IL1Nullifier} from "../../src/interfaces/IL1Nullifier.sol";
import {INativeTokenVault} from "../../src/interfaces/INativeTokenVault.sol";
import {TestERC20} from "../../src/token/TestERC20.sol";
import {BridgeFixture} from "./BridgeFixture.sol";
import {FeeToken, FalseToken, NamelessToken} from "./OddTokens.sol";

contract DepositsTest is BridgeFixture {
    function setUp() public {
        deployBridge();
    }

    function test_EtherIsRegisteredFromTheStart() public view {
        vm.assertEq(vault.assetId(ETH_TOKEN_ADDRESS), ethId, "asset id");
        vm.assertEq(vault.tokenAddress(ethId), ETH_TOKEN_ADDRESS, "token");
        vm.assertEq(vault.originChainId(ethId), L1, "origin");
        vm.assertEq(router.assetHandlerAddress(ethId), address(vault), "handler");
    }

    function testFuzz_EtherDeposit(uint96 amount) public {
        vm.assume(amount > 0);
        depositEth(CHAIN_A, ALICE, amount);
        vm.assertEq(address(vault).balance, amount, "vault");
        vm.assertEq(vault.chainBalance(CHAIN_A, ethId), amount, "chain A");
        vm.assertEq(vault.chainBalance(CHAIN_B, ethId), 0, "chain B");
    }

    function test_EtherDepositRefusesWrongValue() public {
        vm.deal(ALICE, 2);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.ValueMismatch.selector, 2, 1));
        hub.requestDirect{value: 1}(CHAIN_A, 2);
    }

    function test_BaseTokenDepositRefusesUnknownChain() public {
        vm.deal(ALICE, 1);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.AssetIdNotSupported.selector, bytes32(0)));
        hub.requestDirect{value: 1}(999, 1);
    }

    function testFuzz_TokenDepositRegistersAndMakesTheL2Call(uint128 amount, address receiver) public {
        vm.assume(amount > 0 && receiver != address(0));
        token.mint(ALICE, amount);
        vm.prank(ALICE);
        token.approve(address(router), amount);
        vm.prank(ALICE);
        bytes32 txHash = hub.requestTwoBridges(CHAIN_A, 0, 0, depositData(tokenId, amount, receiver, address(token)));

        vm.assertEq(vault.assetId(address(token)), tokenId, "registered");
        vm.assertEq(token.balanceOf(address(vault)), amount, "vault");
        vm.assertEq(vault.chainBalance(CHAIN_A, tokenId), amount, "chain");
        bytes memory metadata =
            bytes.concat(hex"01", abi.encode(L1, abi.encode("Token"), abi.encode("TOK"), abi.encode(uint256(6))));
        bytes memory transfer = abi.encode(ALICE, receiver, address(token), uint256(amount), metadata);
        vm.assertEq(hub.lastCalldata(), abi.encodeWithSelector(FINALIZE_DEPOSIT, L1, tokenId, transfer), "L2 call");
        vm.assertEq(
            nullifier.depositHappened(CHAIN_A, txHash), AssetData.depositHash(ALICE, tokenId, amount), "remembered"
        );
    }

    function test_TokenMayBeLeftOutOnceKnown() public {
        depositToken(CHAIN_A, token, ALICE, 5);
        token.mint(BOB, 7);
        vm.prank(BOB);
        token.approve(address(router), 7);
        vm.prank(BOB);
        hub.requestTwoBridges(CHAIN_B, 0, 0, depositData(tokenId, 7, BOB, address(0)));
        vm.assertEq(vault.chainBalance(CHAIN_B, tokenId), 7, "chain B");
    }

    function test_TokenWithoutGettersGoesWithEmptyMetadata() public {
        NamelessToken t = new NamelessToken();
        bytes memory metadata = bytes.concat(hex"01", abi.encode(L1, bytes(""), bytes(""), bytes("")));
        vm.assertEq(vault.getERC20Getters(address(t), L1), metadata, "metadata");
    }

    /* Refused */

    function _refused(bytes memory data, uint256 l2Value, uint256 value, bytes memory reason) private {
        vm.deal(ALICE, value);
        token.mint(ALICE, 10);
        vm.prank(ALICE);
        token.approve(address(router), 10);
        vm.prank(ALICE);
        reason.length == 0 ? vm.expectRevert() : vm.expectRevert(reason);
        hub.requestTwoBridges{value: value}(CHAIN_A, l2Value, value, data);
    }

    function test_RefusesOtherEncodingVersions() public {
        bytes memory reason = abi.encodeWithSelector(IL1AssetRouter.UnsupportedEncodingVersion.selector);
        _refused("", 0, 0, reason);
        _refused(abi.encode(address(token), 10, ALICE), 0, 0, reason);
        _refused(hex"02", 0, 0, reason);
    }

    function test_RefusesL2Value() public {
        _refused(
            depositData(tokenId, 1, ALICE, address(token)),
            1,
            0,
            abi.encodeWithSelector(IL1AssetRouter.NonZeroL2Value.selector, 1)
        );
    }

    function test_RefusesBaseTokenThroughTheSecondBridge() public {
        _refused(
            depositData(ethId, 1, ALICE, ETH_TOKEN_ADDRESS),
            0,
            1,
            abi.encodeWithSelector(IL1AssetRouter.AssetIdNotSupported.selector, ethId)
        );
    }

    function test_RefusesEtherSentWithAToken() public {
        _refused(
            depositData(tokenId, 1, ALICE, address(token)),
            0,
            1,
            abi.encodeWithSelector(INativeTokenVault.ValueMismatch.selector, 0, 1)
        );
    }

    function test_RefusesZeroAmountAndZeroReceiver() public {
        _refused(
            depositData(tokenId, 0, ALICE, address(token)),
            0,
            0,
            abi.encodeWithSelector(INativeTokenVault.AmountMustBeGreaterThanZero.selector)
        );
        _refused(
            depositData(tokenId, 1, address(0), address(token)),
            0,
            0,
            abi.encodeWithSelector(INativeTokenVault.ZeroAddress.selector)
        );
    }

    function test_RefusesAnotherTokenThanTheAsset() public {
        TestERC20 other = new TestERC20("Other", "OTH", 18);
        bytes32 otherId = AssetId.ofToken(L1, address(other));
        _refused(
            depositData(tokenId, 1, ALICE, address(other)),
            0,
            0,
            abi.encodeWithSelector(INativeTokenVault.AssetIdMismatch.selector, tokenId, otherId)
        );
        vault.registerToken(address(token));
        _refused(
            depositData(tokenId, 1, ALICE, address(other)),
            0,
            0,
            abi.encodeWithSelector(INativeTokenVault.AddressMismatch.selector, address(token), address(other))
        );
    }

    function test_RefusesWhatIsNoToken() public {
        bytes32 id = AssetId.ofToken(L1, BOB);
        _refused(
            depositData(id, 1, ALICE, BOB),
            0,
            0,
            abi.encodeWithSelector(INativeTokenVault.TokenNotSupported.selector, BOB)
        );
    }

    function test_RefusesMalformedBurnData() public {
        bytes memory short = abi.encode(uint256(1), ALICE);
        _refused(
            bytes.concat(hex"01", abi.encode(tokenId, short)),
            0,
            0,
            abi.encodeWithSelector(INativeTokenVault.MalformedData.selector, 64)
        );
        bytes memory long = abi.encode(uint256(1), ALICE, address(token), uint256(0));
        _refused(
            bytes.concat(hex"01", abi.encode(tokenId, long)),
            0,
            0,
            abi.encodeWithSelector(INativeTokenVault.MalformedData.selector, 128)
        );
        _refused(bytes.concat(hex"01", abi.encode(tokenId)), 0, 0, "");
    }

    function test_RefusesTokensThatTakeAFee() public {
        FeeToken t = new FeeToken();
        t.mint(ALICE, 100);
        vm.prank(ALICE);
        t.approve(address(router), 100);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.TokensWithFeesNotSupported.selector, 100, 99));
        hub.requestTwoBridges(CHAIN_A, 0, 0, depositData(AssetId.ofToken(L1, address(t)), 100, ALICE, address(t)));
    }

    function test_RefusesTokensThatAnswerFalse() public {
        FalseToken t = new FalseToken();
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(t)));
        hub.requestTwoBridges(CHAIN_A, 0, 0, depositData(AssetId.ofToken(L1, address(t)), 1, ALICE, address(t)));
    }

    function test_RefusesWithoutAllowance() public {
        token.mint(ALICE, 1);
        vm.prank(ALICE);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(router), 0, 1));
        hub.requestTwoBridges(CHAIN_A, 0, 0, depositData(tokenId, 1, ALICE, address(token)));
    }

    function test_RefusesSecondRegistration() public {
        vault.registerToken(address(token));
        vm.expectRevert(abi.encodeWithSelector(INativeTokenVault.TokenAlreadyRegistered.selector, address(token)));
        vault.registerToken(address(token));
        vm.assertEq(vault.ensureTokenIsRegistered(address(token)), tokenId, "ensure");
    }

    /* Roles */

    function test_OnlyTheNamedContractsMayCall() public {
        bytes memory reason = abi.encodeWithSelector(IL1AssetRouter.Unauthorized.selector, address(this));
        vm.expectRevert(reason);
        router.bridgehubDepositBaseToken(CHAIN_A, ethId, ALICE, 1);
        vm.expectRevert(reason);
        router.bridgehubDeposit(CHAIN_A, ALICE, 0, hex"01");
        vm.expectRevert(reason);
        router.bridgehubConfirmL2Transaction(CHAIN_A, 0, 0);
        vm.expectRevert(reason);
        router.finalizeDeposit(CHAIN_A, ethId, "");
        vm.expectRevert(reason);
        router.bridgeRecoverFailedTransfer(CHAIN_A, ALICE, ethId, "");
        vm.expectRevert(reason);
        router.transferFundsToNTV(ethId, 1, ALICE);
        vm.expectRevert(reason);
        nullifier.bridgehubConfirmL2TransactionForwarded(CHAIN_A, 0, 0);
        vm.expectRevert(reason);
        vault.lockBaseToken(CHAIN_A, ethId, ALICE, 1);
        vm.expectRevert(reason);
        vault.bridgeBurn(CHAIN_A, ethId, ALICE, "");
        vm.expectRevert(reason);
        vault.bridgeMint(CHAIN_A, ethId, "");
        vm.expectRevert(reason);
        vault.bridgeRecoverFailedTransfer(CHAIN_A, ethId, ALICE, 1);
    }

    function test_OwnerPowers() public {
        bytes memory reason =
            abi.encodeWithSelector(OwnableUpgradeable.OwnableUnauthorizedAccount.selector, address(this));
        vm.expectRevert(reason);
        router.pause();
        vm.expectRevert(reason);
        nullifier.pause();
        vm.expectRevert(reason);
        router.upgradeToAndCall(address(router), "");
        vm.expectRevert(reason);
        vault.upgradeToAndCall(address(vault), "");
        vm.prank(OWNER);
        vm.expectRevert(IL1AssetRouter.AlreadySet.selector);
        router.setNativeTokenVault(BOB);
        vm.prank(OWNER);
        vm.expectRevert(IL1Nullifier.AlreadySet.selector);
        nullifier.setL1AssetRouter(BOB);
        vm.prank(OWNER);
        vm.expectRevert(IL1Nullifier.AlreadySet.selector);
        nullifier.setL1NativeTokenVault(BOB);
    }

    function test_PauseStopsDeposits() public {
        vm.prank(OWNER);
        router.pause();
        vm.deal(ALICE, 1);
        vm.prank(ALICE);
        vm.expectRevert(PausableUpgradeable.EnforcedPause.selector);
        hub.requestDirect{value: 1}(CHAIN_A, 1);
        vm.prank(OWNER);
        router.unpause();
        depositEth(CHAIN_A, ALICE, 1);
    }
}
