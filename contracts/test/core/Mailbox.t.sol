// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {Bridgehub} from "../../src/bridgehub/Bridgehub.sol";
import {ChainStorage} from "../../src/chain/ChainStorage.sol";
import {Mailbox} from "../../src/chain/Mailbox.sol";
import {AddressAliasHelper} from "../../src/common/AddressAliasHelper.sol";
import {
    BridgehubL2TransactionRequest,
    FeeParams,
    L2CanonicalTransaction,
    L2TransactionRequestDirect,
    L2TransactionRequestTwoBridgesOuter,
    PubdataPricingMode
} from "../../src/common/Types.sol";
import {IMailbox} from "../../src/interfaces/IMailbox.sol";
import {Core} from "./Core.sol";
import {Vm, vm} from "./Vm.sol";

contract MailboxTest is Core {
    function refused(L2TransactionRequestDirect memory r, bytes4 reason) private {
        vm.deal(USER, r.mintValue);
        expectError(reason);
        vm.prank(USER, USER);
        hub.requestL2TransactionDirect{value: r.mintValue}(r);
        eq(chain.getTotalPriorityTxs(), 0);
    }

    /* Checks */

    function test_refusesTooLittleMintValue() public {
        L2TransactionRequestDirect memory r = request(1 ether);
        r.mintValue -= 1;
        refused(r, Mailbox.MintValueTooLow.selector);
    }

    /// @dev A value above the mint is to come out of the sender's balance on L2: that is for L2 to know, the gas is not.
    function test_valueFromTheBalanceOnL2() public {
        L2TransactionRequestDirect memory r = request(0);
        uint256 gas = r.mintValue;
        r.l2Value = gas + 1;
        r.mintValue = gas - 1;
        refused(r, Mailbox.MintValueTooLow.selector);
        r.l2Value = gas; // not above the mint: then the mint has to reach for both
        r.mintValue = gas;
        refused(r, Mailbox.MintValueTooLow.selector);
        r.l2Value = type(uint256).max;
        send(r);
        r.l2Value = gas + 1;
        send(r);
        eq(chain.getTotalPriorityTxs(), 2);
    }

    /// @dev The sender on L2 is the second bridge, and what it has there is not the caller's.
    function test_refusesValueFromTheBalanceOfASecondBridge() public {
        L2TransactionRequestTwoBridgesOuter memory r;
        r.chainId = CHAIN_ID;
        r.mintValue = 1 ether;
        r.l2Value = 1 ether + 1;
        r.l2GasLimit = 500_000;
        r.l2GasPerPubdataByteLimit = 800;
        r.secondBridgeAddress = address(router);
        vm.deal(USER, 1 ether);
        expectError(Bridgehub.ValueAboveMint.selector);
        vm.prank(USER, USER);
        hub.requestL2TransactionTwoBridges{value: 1 ether}(r);
    }

    function test_refusesGasPriceThatRoseSinceTheQuestion() public {
        L2TransactionRequestDirect memory r = request(0);
        vm.txGasPrice(GAS_PRICE * 2);
        refused(r, Mailbox.MintValueTooLow.selector);
    }

    function test_refusesGasLimitOutOfBounds() public {
        L2TransactionRequestDirect memory r = request(0);
        r.l2GasLimit = 72_000_001;
        refused(r, Mailbox.GasLimitTooHigh.selector);
        r.l2GasLimit = 21_000 + 88 * 800 - 1;
        refused(r, Mailbox.GasLimitTooLow.selector);
        r.l2GasLimit = 0;
        refused(r, Mailbox.GasLimitTooLow.selector);
    }

    function test_minimalGasIsTheFloorOfTheCallData() public {
        bytes memory data = new bytes(100);
        eq(chain.l2TransactionMinimalGas(data, 0), 21_000 + 100 * 10);
        data[7] = 0x01;
        eq(chain.l2TransactionMinimalGas(data, 0), 21_000 + 99 * 10 + 40);
        eq(chain.l2TransactionMinimalGas("", 799), 21_000 + 88 * 799);
        eq(chain.l2TransactionMinimalGas("", 5000), 21_000 + 88 * 800);

        L2TransactionRequestDirect memory r = request(0);
        r.l2Calldata = data;
        r.l2GasLimit = chain.l2TransactionMinimalGas(data, 800) - 1;
        refused(r, Mailbox.GasLimitTooLow.selector);
        r.l2GasLimit += 1;
        send(r);
    }

    function test_refusesPubdataLimitsOutOfBounds() public {
        L2TransactionRequestDirect memory r = request(0);
        r.l2GasPerPubdataByteLimit = 0;
        refused(r, Mailbox.GasPerPubdataIsZero.selector);
        r.l2GasPerPubdataByteLimit = 1;
        r.mintValue = 1000 ether;
        r.l2GasLimit = 99_001;
        refused(r, Mailbox.PubdataLimitTooHigh.selector);
    }

    /// @dev L2 knows 64 bits: an operation with more could not be decoded there, and would stop the queue for ever.
    function test_refusesPubdataPricesThatL2CannotHold() public {
        L2TransactionRequestDirect memory r = request(0);
        r.l2GasPerPubdataByteLimit = uint256(type(uint64).max) + 1;
        refused(r, Mailbox.GasPerPubdataTooHigh.selector);
        r.l2GasPerPubdataByteLimit -= 1;
        send(r);
    }

    function test_refusesFactoryDeps() public {
        L2TransactionRequestDirect memory r = request(0);
        r.factoryDeps = new bytes[](1);
        refused(r, Mailbox.FactoryDepsNotSupported.selector);
    }

    function test_refusesUnknownChain() public {
        L2TransactionRequestDirect memory r = request(0);
        r.chainId = CHAIN_ID + 1;
        refused(r, Bridgehub.ChainUnknown.selector);
    }

    function test_refusesOtherValueThanNamed() public {
        L2TransactionRequestDirect memory r = request(0);
        vm.deal(USER, r.mintValue + 1);
        for (uint256 i = 0; i < 2; ++i) {
            expectError(Bridgehub.ValueMismatch.selector);
            vm.prank(USER, USER);
            hub.requestL2TransactionDirect{value: r.mintValue + 1 - 2 * i}(r);
        }
    }

    function test_refusesWhilePausedOrFrozen() public {
        vm.prank(OWNER);
        hub.pause();
        refused(request(0), PausableUpgradeable.EnforcedPause.selector);
        vm.prank(OWNER);
        hub.unpause();
        vm.prank(OWNER);
        manager.freezeChain(CHAIN_ID);
        refused(request(0), ChainStorage.ChainIsFrozen.selector);
    }

    function test_refusesRequestsThatAvoidTheBridgehub() public {
        BridgehubL2TransactionRequest memory r;
        expectError(ChainStorage.Unauthorized.selector);
        vm.prank(USER, USER);
        chain.bridgehubRequestL2Transaction(r);
    }

    /* Content */

    function test_eventHoldsTheTransactionThatWasHashed() public {
        L2TransactionRequestDirect memory r = request(1 ether);
        r.l2Calldata = hex"00112233";
        vm.recordLogs();
        bytes32 hash = send(r);
        (uint256 id, bytes32 told, uint64 expiration, L2CanonicalTransaction memory t, bytes[] memory deps) = event_();

        eq(told, hash);
        eq(keccak256(abi.encode(t)), hash);
        eq(chain.getPriorityTxHash(0), hash);
        eq(id, 0);
        eq(expiration, NOW + EXPIRATION);
        eq(chain.getPriorityTxExpiration(0), expiration);
        eq(deps.length, 0);
        eq(t.txType, 0x7f);
        eq(t.from, uint160(USER));
        eq(t.to, uint160(USER));
        eq(t.gasLimit, r.l2GasLimit);
        eq(t.maxFeePerGas * t.gasLimit, r.mintValue - 1 ether);
        eq(t.value, 1 ether);
        eq(t.reserved[0], r.mintValue);
        eq(t.reserved[1], uint160(USER));
        eq(address(router).balance, r.mintValue);
        eq(router.lastCaller(), USER);
    }

    function test_expirationsArePackedWithoutMixing() public {
        for (uint256 i = 0; i < 9; ++i) {
            vm.warp(NOW + i * 1000);
            deposit(i);
        }
        for (uint256 i = 0; i < 9; ++i) {
            eq(chain.getPriorityTxExpiration(i), NOW + EXPIRATION + i * 1000);
        }
    }

    /* Who is the sender on L2 */

    function test_contractsAreAliased() public {
        Caller caller = new Caller();
        (uint256 from, uint256 refund) = sentBy(address(caller), USER, address(0));
        eq(from, uint160(AddressAliasHelper.applyL1ToL2Alias(address(caller))));
        eq(refund, from);
    }

    function test_accountWithoutCodeThatIsNotTheOriginIsAliased() public {
        (uint256 from,) = sentBy(STRANGER, USER, address(0));
        eq(from, uint160(AddressAliasHelper.applyL1ToL2Alias(STRANGER)));
    }

    function test_delegatedAccountsKeepTheirAddress() public {
        vm.etch(STRANGER, abi.encodePacked(hex"ef0100", address(0xbeef)));
        (uint256 from, uint256 refund) = sentBy(STRANGER, USER, address(0));
        eq(from, uint160(STRANGER));
        eq(refund, from);
        (from,) = sentBy(STRANGER, STRANGER, address(0));
        eq(from, uint160(STRANGER));
    }

    function test_codeOfTheSameLengthIsNoDelegation() public {
        vm.etch(STRANGER, abi.encodePacked(hex"ef0200", address(0xbeef)));
        (uint256 from,) = sentBy(STRANGER, USER, address(0));
        eq(from, uint160(AddressAliasHelper.applyL1ToL2Alias(STRANGER)));
    }

    function test_refundRecipientIsAliasedIfAContract() public {
        (, uint256 refund) = sentBy(USER, USER, address(router));
        eq(refund, uint160(AddressAliasHelper.applyL1ToL2Alias(address(router))));
        (, refund) = sentBy(USER, USER, STRANGER);
        eq(refund, uint160(STRANGER));
    }

    /* Price */

    function test_priceOfZKsyncsDefaults() public view {
        // At 800 gas a byte: 0.25 gwei + 10^6 · 10 gwei / 80·10^6 = 0.375 gwei; for pubdata (17 + 8.33) · 10 gwei / 800 = 0.3166 gwei.
        eq(chain.l2TransactionBaseCost(10 gwei, 1, 800), 0.375 gwei);
        eq(hub.l2TransactionBaseCost(CHAIN_ID, 10 gwei, 1_000_000, 800), 1_000_000 * 0.375 gwei);
        // At 100 gas a byte the pubdata decide: ceil((170 gwei + 10^16 / 120,000) / 100).
        eq(chain.l2TransactionBaseCost(10 gwei, 1, 100), (170 gwei + uint256(10 ** 16) / 120_000 + 99) / 100);
        eq(chain.l2TransactionBaseCost(0, 1, 800), 0.25 gwei);
    }

    function test_validiumDoesNotChargeForPublication() public {
        FeeParams memory p = feeParams();
        p.pubdataPricingMode = PubdataPricingMode.Validium;
        vm.prank(ADMIN);
        chain.changeFeeParams(p);
        eq(chain.l2TransactionBaseCost(10 gwei, 1, 1), uint256(10 ** 16) / 120_000);
    }

    function testFuzz_priceGrowsWithL1AndCoversPubdata(uint64 gasPrice, uint32 gasPerPubdata) public view {
        uint256 perByte = bound(gasPerPubdata, 1, 1_000_000);
        uint256 price = chain.l2TransactionBaseCost(gasPrice, 1, perByte);
        yes(price >= 0.25 gwei, "minimal price");
        yes(price * perByte >= 17 * uint256(gasPrice), "a byte is paid");
        yes(chain.l2TransactionBaseCost(uint256(gasPrice) + 1, 1, perByte) >= price, "monotonous");
    }

    /* Two bridges */

    function test_twoBridges() public {
        L2TransactionRequestTwoBridgesOuter memory r = outer();
        vm.deal(USER, r.mintValue + 5);
        vm.recordLogs();
        vm.prank(USER, USER);
        bytes32 hash = hub.requestL2TransactionTwoBridges{value: r.mintValue + 5}(r);

        (,,, L2CanonicalTransaction memory t,) = event_();
        eq(keccak256(abi.encode(t)), hash);
        eq(t.from, uint160(AddressAliasHelper.applyL1ToL2Alias(address(router))));
        eq(t.to, 0x10003);
        eq(keccak256(t.data), keccak256(r.secondBridgeCalldata));
        eq(t.reserved[1], uint160(USER));
        eq(router.confirmedTx(), hash);
        eq(router.confirmedData(), keccak256(r.secondBridgeCalldata));
        eq(router.baseTokenTaken(), r.mintValue);
        eq(address(router).balance, r.mintValue + 5);
    }

    function test_twoBridgesRefuse() public {
        L2TransactionRequestTwoBridgesOuter memory r = outer();
        vm.deal(USER, 10 ether);
        expectError(Bridgehub.ValueMismatch.selector);
        vm.prank(USER, USER);
        hub.requestL2TransactionTwoBridges{value: r.mintValue}(r);

        r.secondBridgeAddress = address(0xffff);
        expectError(Bridgehub.SecondBridgeReserved.selector);
        vm.prank(USER, USER);
        hub.requestL2TransactionTwoBridges{value: r.mintValue + 5}(r);

        r.secondBridgeAddress = address(router);
        router.setMagic(keccak256("no bridge"));
        expectError(Bridgehub.NotABridge.selector);
        vm.prank(USER, USER);
        hub.requestL2TransactionTwoBridges{value: r.mintValue + 5}(r);
    }

    function outer() private view returns (L2TransactionRequestTwoBridgesOuter memory r) {
        r.chainId = CHAIN_ID;
        r.l2GasLimit = 500_000;
        r.l2GasPerPubdataByteLimit = 800;
        r.mintValue = hub.l2TransactionBaseCost(CHAIN_ID, GAS_PRICE, r.l2GasLimit, r.l2GasPerPubdataByteLimit);
        r.secondBridgeAddress = address(router);
        r.secondBridgeValue = 5;
        r.secondBridgeCalldata = "what the bridge understands";
    }

    function sentBy(address sender, address origin, address refundTo) private returns (uint256 from, uint256 refund) {
        L2TransactionRequestDirect memory r = request(0);
        r.refundRecipient = refundTo;
        vm.deal(sender, r.mintValue);
        vm.recordLogs();
        vm.prank(sender, origin);
        hub.requestL2TransactionDirect{value: r.mintValue}(r);
        (,,, L2CanonicalTransaction memory t,) = event_();
        return (t.from, t.reserved[1]);
    }

    function event_() private returns (uint256, bytes32, uint64, L2CanonicalTransaction memory, bytes[] memory) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].emitter == address(chain) && logs[i].topics[0] == IMailbox.NewPriorityRequest.selector) {
                return abi.decode(logs[i].data, (uint256, bytes32, uint64, L2CanonicalTransaction, bytes[]));
            }
        }
        revert NotTrue("NewPriorityRequest was emitted");
    }
}

contract Caller {}
